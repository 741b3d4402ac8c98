package org.xiangpei.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Sums over the purchase records in effect: known by then, neither superseded nor cancelled by then. What corrects a record decides alone whether it
 * counts, also where the correction moves it out of the period or the scope.
 *
 * <p>They are put together from sums that are kept by month, and say the same as the facts do at any moment (ADR 0111).
 */
@ApplicationScoped
public class PurchaseFigures {

    /** Stands where a category would for what belongs to none of the catalogue. */
    public static final String OUTSIDE = "-";

    /** The chain of what belongs to no category of the catalogue. */
    public static final String OUTSIDE_CHAIN = "目录外";

    private final KeptSums kept;
    private final Session session;

    PurchaseFigures(KeptSums kept, Session session) {
        this.kept = kept;
        this.session = session;
    }

    /** Sums, and beside them the money that flowed inside the region, from the city of the buyer to that of production. */
    public record Report(Grouped<PurchaseSums> sums, List<CityFlow> flows) {}

    /**
     * @param leakage what was bought outside the three cities on days on which a recognised product of the same category was listed, as far as was
     *     known (外流). What was made nobody knows where is not among it
     */
    public record WithLeakage(List<Report> reports, Leakage leakage) {}

    /**
     * The answers to several questions about the facts of a cut, whose own period does not matter; they cost hardly more than one, and see one moment.
     *
     * @throws IllegalArgumentException where they ask by more than one of buyer, kind of buyer, category and chain
     */
    public List<Report> reports(Cut cut, List<Asked> questions) {
        var slices = slices(cut, questions);
        return reports(questions, slices, cells(PurchaseSumQuery.of(cut, questions, slices)));
    }

    /**
     * The same with what leaked in the period of the cut, which is one of those asked about.
     *
     * @throws IllegalArgumentException as {@link #reports}
     */
    public WithLeakage withLeakage(Cut cut, List<Asked> questions) {
        var slices = slices(cut, questions);
        Cells cells = cells(PurchaseSumQuery.withLeaked(cut, questions, slices));
        return new WithLeakage(
                reports(questions, slices, cells),
                new Measured(cells.answer(null, slices.leakedOf(cut.period())).total()).leakage());
    }

    private Slices slices(Cut cut, List<Asked> questions) {
        return Slices.of(Asked.periods(questions), kept.months(cut, questions));
    }

    private static List<Report> reports(List<Asked> questions, Slices slices, Cells cells) {
        return questions.stream()
                .map(it -> cells.answer(it.groupBy(), slices.partOf(it.period())))
                .map(it -> new Report(it.grouped(PurchaseFigures::sums), flows(it)))
                .toList();
    }

    /** @param groupBy null for the total alone */
    public Grouped<PurchaseSums> sums(Cut cut, @Nullable Dimension groupBy) {
        return reports(cut, List.of(new Asked(cut.period(), groupBy)))
                .getFirst()
                .sums();
    }

    /** The same, of the facts alone, which takes longer the more there are. */
    Grouped<PurchaseSums> sumsOfFacts(Cut cut, @Nullable Dimension groupBy) {
        var question = new Asked(cut.period(), groupBy);
        var slices = Slices.of(List.of(cut.period()), Optional.empty());
        return cells(PurchaseSumQuery.of(cut, List.of(question), slices))
                .answer(groupBy, slices.partOf(cut.period()))
                .grouped(PurchaseFigures::sums);
    }

    private static PurchaseSums sums(Tally tally) {
        return new Measured(tally).sums();
    }

    private static List<CityFlow> flows(Cells.Answer answer) {
        return answer.byCity().entrySet().stream()
                .flatMap(it -> new Measured(it.getValue()).flows(it.getKey()))
                .toList();
    }

    /** The day of the first purchase known before a moment; empty for an empty ledger. */
    public Optional<LocalDate> firstDay(Instant knownBefore) {
        return Optional.ofNullable(session.createNativeQuery(
                        "select min(purchased_on) from purchase_record where recorded_at < :knownBefore",
                        LocalDate.class)
                .setParameter("knownBefore", knownBefore)
                .getSingleResult());
    }

    public boolean knowsBuyer(String code) {
        return !session.createNativeQuery(
                        "select 1 from purchase_record where buyer_code = :code limit 1", Integer.class)
                .setParameter("code", code)
                .getResultList()
                .isEmpty();
    }

    private Cells cells(PurchaseSumQuery query) {
        FactQueries.tune(session);
        var asked = session.createNativeQuery(query.sql(), Object[].class);
        query.parameters().forEach(asked::setParameter);
        return new Cells(asked.getResultList(), Measures.NAMES.size());
    }
}
