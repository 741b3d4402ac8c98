package org.xiangpei.insight;

import java.math.BigDecimal;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

import org.xiangpei.ledger.Asked;
import org.xiangpei.ledger.Cause;
import org.xiangpei.ledger.Cells;
import org.xiangpei.ledger.Cut;
import org.xiangpei.ledger.Dimension;
import org.xiangpei.ledger.FactQueries;
import org.xiangpei.ledger.Grouped;
import org.xiangpei.ledger.PurchaseFigures;
import org.xiangpei.ledger.Tally;

/** Counts over posted requirement lines and what the catalogue had for them. */
@ApplicationScoped
class CoverageFigures {

    /** A buyer that keeps its name from firms stands in figures without it: with the day and the category of a published line it would be told. */
    static final String BUYER_CODE = "case when line.names_buyer then line.buyer_code else '-' end";

    static final String BUYER_NAME = "case when line.names_buyer then line.buyer_name else '未公开名称的采购单位' end";

    /**
     * Of several coverage facts of a line the latest that judges by a day already past counts, of one day the last recorded. When it was
     * computed does not matter otherwise: it follows from the catalogue as listed on that day.
     *
     * <p>A line that was changed, dropped or withdrawn counts until then, and no longer.
     */
    private static final String FACTS = """
        select line.code, %s as buyer_code, %s as buyer_name, coalesce(line.buyer_kind, '-') as buyer_kind, line.buyer_city,
            line.category_code, line.posted_on as day, line.provenance,
            (select found.coverage from line_coverage found
                where found.line_code = line.code and found.as_of <= :asOf
                order by found.as_of desc, found.recorded_at desc limit 1) as coverage
        from requirement_line line
        where line.recorded_at < :knownBefore and line.posted_on between :from and :to
            and not exists (select from requirement_line_end over
                where over.line_code = line.code and over.recorded_at < :knownBefore)
        """.formatted(BUYER_CODE, BUYER_NAME);

    /** The same of the stretches that are kept. */
    private static final String KEPT = """
        select stretch.line_code as code, stretch.buyer_code, stretch.buyer_name, stretch.buyer_kind, stretch.buyer_city,
            stretch.category_code, stretch.posted_on as day, stretch.provenance, stretch.coverage
        from coverage_stretch stretch
        where stretch.from_day <= :asOf and (stretch.until_day is null or stretch.until_day > :asOf)
            and stretch.posted_on between :from and :to
            and stretch.line_code not in (select line_code from coverage_waiting)
        """;

    private static final String NOT_KEPT_YET = FACTS + " and line.code in (select line_code from coverage_waiting)";

    private static final String OF_CHAINS = "select line.*, category.chain from (" + FACTS
            + ") line join category on category.code = line.category_code";

    private final FactQueries queries;
    private final Session session;

    CoverageFigures(FactQueries queries, Session session) {
        this.queries = queries;
        this.session = session;
    }

    /**
     * The answers to several questions about the lines of a cut, whose own period does not matter.
     *
     * @throws IllegalArgumentException as {@link PurchaseFigures#reports}
     */
    List<Grouped<CoverageSums>> answers(Cut cut, List<Asked> questions) {
        return answers(isKept(cut) ? List.of(KEPT, NOT_KEPT_YET) : List.of(FACTS), cut, questions);
    }

    /** @param groupBy null for the total alone */
    Grouped<CoverageSums> sums(Cut cut, @Nullable Dimension groupBy) {
        return answers(cut, List.of(new Asked(cut.period(), groupBy))).getFirst();
    }

    /** The same, of the facts alone. */
    Grouped<CoverageSums> sumsOfFacts(Cut cut, @Nullable Dimension groupBy) {
        return answers(List.of(FACTS), cut, List.of(new Asked(cut.period(), groupBy)))
                .getFirst();
    }

    private List<Grouped<CoverageSums>> answers(List<String> facts, Cut cut, List<Asked> questions) {
        FactQueries.tune(session);
        var query = new CoverageQuery(cut, questions);
        var asked = session.createNativeQuery(query.sql(facts), Object[].class);
        query.parameters().forEach(asked::setParameter);
        var cells = new Cells(asked.getResultList(), CoverageQuery.COUNTS);
        return questions.stream()
                .map(it -> cells.answer(it.groupBy(), query.partOf(it.period())).grouped(CoverageFigures::sums))
                .toList();
    }

    private static CoverageSums sums(Tally tally) {
        return new CoverageSums(tally.at(0), tally.at(1), tally.at(2), tally.at(3));
    }

    /** Whether stretches are kept as this program makes them, for days that end where those of the cut do. */
    private boolean isKept(Cut cut) {
        return !session.createNativeQuery(
                        "select 1 from coverage_stretch_state where make = :make and zone = :zone", Integer.class)
                .setParameter("make", CoverageKeeping.MAKE)
                .setParameter("zone", cut.zone().getId())
                .getResultList()
                .isEmpty();
    }

    /** How lines and qualified lines changed, by reasons; the numbers of lines that changed stand in {@code records}. */
    List<Movement> changes(Cut then, Cut now) {
        return queries.compared(OF_CHAINS, """
                        case when was.code is null then 'NEW_LINES' when is_now.code is null then 'ENDED_LINES'
                            when is_now.coverage = 'QUALIFIED' and was.coverage is distinct from 'QUALIFIED' then 'RECOGNITIONS'
                            when was.coverage = 'QUALIFIED' and is_now.coverage is distinct from 'QUALIFIED' then 'EXPIRIES' end,
                        count(*), count(*) filter (where is_now.coverage = 'QUALIFIED') - count(*) filter (where was.coverage = 'QUALIFIED'),
                        count(is_now.code) - count(was.code)
                        """, then, now).stream()
                .filter(row -> row[0] != null)
                .map(row -> new Movement(
                        Cause.valueOf((String) row[0]),
                        (long) row[1],
                        BigDecimal.valueOf((long) row[2]),
                        BigDecimal.valueOf((long) row[3])))
                .toList();
    }

    boolean knowsBuyer(String code) {
        List<Integer> found = session.createNativeQuery(
                        "select 1 from requirement_line where buyer_code = :code and names_buyer limit 1",
                        Integer.class)
                .setParameter("code", code)
                .getResultList();
        return !found.isEmpty();
    }
}
