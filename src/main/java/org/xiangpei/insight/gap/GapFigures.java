package org.xiangpei.insight.gap;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

import org.xiangpei.ledger.Cut;
import org.xiangpei.matching.outlook.Disclosure;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Money;

/** Counts over how lines stood on a day, by gap. Every question is one look at {@code line_standing}, never at all facts. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class GapFigures {

    private static final String ON_THE_DAY = "from_day <= :asOf and coalesce(until_day, date 'infinity') > :asOf";

    /**
     * The gaps that some line belonged to by the day, with what is summed over the lines that are unmet on it. Who follows follows from
     * what was written down by the end of the day. Buyers are counted by grouping, as {@code count(distinct)} would sort all lines.
     */
    private static final String GAPS = """
            with followed as (
                select distinct on (gap_key) gap_key, kind, by_name, by_city from gap_event
                where kind in ('TAKEN', 'RELEASED') and recorded_at < :knownBefore order by gap_key, id desc),
            told as (
                select gap_key, count(distinct firm_code) as firms from gap_event
                where kind = 'FIRM_TOLD' and recorded_at < :knownBefore group by gap_key),
            stood as (
                select standing.*, coalesce(until_day, date 'infinity') > :asOf as now from line_standing standing
                where gap_key is not null and from_day <= :asOf and (:city = '' or buyer_city = :city) and (:gap = '' or gap_key = :gap)
                    and (:category = '' or category_code = :category)),
            by_buyer as (
                select stood.gap_key, stood.buyer_code, count(*) filter (where now) as lines, count(*) filter (where now and coverage = 'NONE') as none_lines,
                    min(from_day) as first_seen, max(until_day) filter (where not now) as met_on, bool_or(names_buyer) as openly,
                    bool_or(illustrative) as illustrative, bool_or(now and coverage = 'POSSIBLE') as possible,
                    bool_or(now and coalesce(unmet.near_count, 0) > 0) as near
                from stood left join unmet_line unmet on unmet.line_code = stood.line_code
                group by stood.gap_key, stood.buyer_code),
            summed as (
                select gap_key, cast(sum(lines) as bigint) as lines, cast(sum(none_lines) as bigint) as none_lines,
                    count(*) filter (where lines > 0) as buyers, min(first_seen) as first_seen, max(met_on) as met_on, bool_or(openly) as openly,
                    bool_or(illustrative) as illustrative, bool_or(possible) as possible, bool_or(near) as near
                from by_buyer group by gap_key),
            found as (
                select gap.code, gap.category_code, category.name as category_name, category.chain, cast(gap.lacks as text) as lacks, summed.*,
                    case when lines = 0 then 'CLOSED' when followed.kind = 'TAKEN' then 'IN_HAND' else 'OPEN' end as state,
                    case when lines = 0 then '' when possible then 'ASK' when near then 'UPGRADE' else 'NOBODY' end as nearness,
                    case when followed.kind = 'TAKEN' then followed.by_name end as follower_name,
                    case when followed.kind = 'TAKEN' then followed.by_city end as follower_city,
                    coalesce(told.firms, 0) as told,
                    :all or (lines >= :fewest and buyers >= :fewestBuyers) as countable
                from summed
                join gap on gap.code = summed.gap_key
                join category on category.code = gap.category_code
                left join followed on followed.gap_key = gap.code
                left join told on told.gap_key = gap.code
                where (:category = '' or gap.category_code = :category) and (:chain = '' or category.chain = :chain)),
            chosen as (
                select * from found where (:state = '' or state = :state) and (:nearness = '' or nearness = :nearness))
            """;

    /** A row of a gap with everything, to be shown as far as the reader may see. */
    record Row(
            String code,
            String category,
            String categoryName,
            String chain,
            String lacks,
            long lines,
            long none,
            long buyers,
            LocalDate firstSeen,
            @Nullable LocalDate metOn,
            boolean illustrative,
            GapState state,
            @Nullable Nearness nearness,
            @Nullable String followerName,
            @Nullable String followerCity,
            long told,
            boolean countable) {}

    private final Session session;
    private final Clock clock;

    GapFigures(Session session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /** How many of the gaps asked for there are: by state, nearness, and whether the reader finds them listed. */
    record Count(GapState state, @Nullable Nearness nearness, boolean listed, long gaps, long lines) {}

    /** A page of the gaps asked for, and how many there are of all of them. */
    record Listed(List<Count> counts, List<Row> page) {}

    /**
     * Both out of one look at how lines stood. The most lines first; what a reader may not count has none, so that the order tells nothing either.
     */
    Listed listed(GapQuery query, boolean all) {
        List<Object[]> found = scalars(gaps("""
            select code, category_code, category_name, chain, lacks, lines, none_lines, buyers, first_seen, met_on, illustrative, state,
                nearness, follower_name, follower_city, told, countable, cast(0 as bigint) as gaps, row_number() over (
                    order by case when countable then lines else 0 end desc, chain, category_name, code) as place
            from (select * from chosen where countable or openly
                order by case when countable then lines else 0 end desc, chain, category_name, code limit :size offset :first) page
            union all
            select null, null, null, null, null, cast(sum(lines) as bigint), null, null, null, null, null, state,
                nearness, null, null, null, countable or openly, count(*), 0
            from chosen group by state, nearness, countable or openly
            order by place""", query, "", all)
                        .setParameter("size", query.size())
                        .setParameter("first", (query.page() - 1) * query.size()))
                .addScalar("gaps", Long.class)
                .getResultList();
        return new Listed(
                found.stream()
                        .filter(it -> it[0] == null)
                        .map(GapFigures::counted)
                        .toList(),
                found.stream().filter(it -> it[0] != null).map(GapFigures::row).toList());
    }

    private static Count counted(Object[] it) {
        return new Count(
                GapState.valueOf((String) it[11]), nearness(it[12]), (Boolean) it[16], (Long) it[17], (Long) it[5]);
    }

    /** One gap, whether it is listed or not. */
    List<Row> one(String gap, GapQuery query, boolean all) {
        return scalars(gaps("""
                select code, category_code, category_name, chain, lacks, lines, none_lines, buyers, first_seen, met_on, illustrative, state,
                    nearness, follower_name, follower_city, told, countable
                from chosen where :all or countable or openly""", query, gap, all))
                .getResultStream()
                .map(GapFigures::row)
                .toList();
    }

    private NativeQuery<Object[]> gaps(String select, GapQuery query, String gap, boolean all) {
        LocalDate asOf = Objects.requireNonNull(query.asOf());
        return session.createNativeQuery(GAPS + select, Object[].class)
                .setParameter("asOf", asOf)
                .setParameter("knownBefore", Cut.knownBefore(asOf, clock.getZone()))
                .setParameter("city", city(query.buyerCity()))
                .setParameter("gap", gap)
                .setParameter("all", all)
                .setParameter("fewest", Disclosure.FEWEST)
                .setParameter("fewestBuyers", Disclosure.FEWEST_BUYERS)
                .setParameter("category", orNone(query.category()))
                .setParameter("chain", orNone(query.chain()))
                .setParameter(
                        "state", query.state() == null ? "" : query.state().name())
                .setParameter(
                        "nearness",
                        query.nearness() == null ? "" : query.nearness().name());
    }

    private static NativeQuery<Object[]> scalars(NativeQuery<Object[]> query) {
        return query.addScalar("code", String.class)
                .addScalar("category_code", String.class)
                .addScalar("category_name", String.class)
                .addScalar("chain", String.class)
                .addScalar("lacks", String.class)
                .addScalar("lines", Long.class)
                .addScalar("none_lines", Long.class)
                .addScalar("buyers", Long.class)
                .addScalar("first_seen", LocalDate.class)
                .addScalar("met_on", LocalDate.class)
                .addScalar("illustrative", Boolean.class)
                .addScalar("state", String.class)
                .addScalar("nearness", String.class)
                .addScalar("follower_name", String.class)
                .addScalar("follower_city", String.class)
                .addScalar("told", Long.class)
                .addScalar("countable", Boolean.class);
    }

    private static Row row(Object[] it) {
        return new Row(
                (String) it[0],
                (String) it[1],
                (String) it[2],
                (String) it[3],
                (String) it[4],
                (Long) it[5],
                (Long) it[6],
                (Long) it[7],
                (LocalDate) it[8],
                (LocalDate) it[9],
                (Boolean) it[10],
                GapState.valueOf((String) it[11]),
                nearness(it[12]),
                (String) it[13],
                (String) it[14],
                (Long) it[15],
                (Boolean) it[16]);
    }

    /** All lines that count on the day, whatever became of them. */
    GapReport.LineCounts lines(LocalDate asOf, @Nullable City city) {
        Object[] row = session.createNativeQuery(
                        """
                        select count(*), count(*) filter (where coverage = 'QUALIFIED'), count(*) filter (where coverage = 'POSSIBLE'),
                            count(*) filter (where coverage = 'NONE'), count(*) filter (where coverage is null), count(*) filter (where illustrative)
                        from line_standing where\s""" + ON_THE_DAY + " and (:city = '' or buyer_city = :city)", Object[].class)
                .setParameter("asOf", asOf)
                .setParameter("city", city(city))
                .getSingleResult();
        return new GapReport.LineCounts(
                count(row[0]), count(row[1]), count(row[2]), count(row[3]), count(row[4]), count(row[5]));
    }

    /** A quantity of the unmet lines of a gap, by unit. */
    record Quantity(String gap, BigDecimal amount, @Nullable String unit) {}

    List<Quantity> quantities(Collection<String> gaps, GapQuery query) {
        return unmet(
                        "standing.gap_key, standing.unit, sum(standing.quantity)",
                        "",
                        "and standing.quantity is not null group by 1, 2 order by 1, 3 desc, 2",
                        gaps,
                        query)
                .getResultStream()
                .map(row -> new Quantity((String) row[0], (BigDecimal) row[2], (String) row[1]))
                .toList();
    }

    /** An unmet line with a budget. */
    record Budget(String gap, Object line, String buyer, BigDecimal budget) implements Disclosure.Budgeted {}

    List<Budget> budgets(Collection<String> gaps, GapQuery query) {
        return unmet(
                        "standing.gap_key, standing.line_code, standing.buyer_code, standing.estimated_amount",
                        "",
                        "and standing.estimated_amount is not null",
                        gaps,
                        query)
                .getResultStream()
                .map(row -> new Budget((String) row[0], row[1], (String) row[2], (BigDecimal) row[3]))
                .toList();
    }

    /** What is near an unmet line, as JSON. */
    record NearLine(String gap, String line, String name, String categoryName, String near, String possible) {}

    /** How closely it is looked who is near: at so many lines of a gap, and so many products of a line. */
    record Closeness(int lines, int products) {
        static final Closeness GLANCE = new Closeness(10, 5);
        static final Closeness LOOK = new Closeness(300, UnmetLines.MOST_NEAR);
    }

    /** Of a gap the newest lines, as many as it takes to see who is near. */
    List<NearLine> near(Collection<String> gaps, GapQuery query, Closeness how) {
        return session.createNativeQuery("""
                        select newest.gap_key, line.code, line.name, category.name as category_name,
                            cast(jsonb_path_query_array(unmet.near, cast(:some as jsonpath)) as text) as near,
                            cast(jsonb_path_query_array(unmet.possible, cast(:some as jsonpath)) as text) as possible
                        from (
                            select gap_key, line_code, row_number() over (partition by gap_key order by from_day desc, line_code) as place
                            from line_standing where gap_key in (:gaps) and\s""" + ON_THE_DAY + """
                                 and (:city = '' or buyer_city = :city)) newest
                        join requirement_line line on line.code = newest.line_code
                        join unmet_line unmet on unmet.line_code = newest.line_code
                        join category on category.code = line.category_code
                        where newest.place <= :most order by newest.gap_key, newest.place""", Object[].class)
                .setParameter("gaps", gaps)
                .setParameter("asOf", query.asOf())
                .setParameter("city", city(query.buyerCity()))
                .setParameter("most", how.lines())
                .setParameter("some", "$[0 to " + (how.products() - 1) + "]")
                .getResultStream()
                .map(row -> new NearLine(
                        (String) row[0], (String) row[1], (String) row[2], (String) row[3], (String) row[4], (String)
                                row[5]))
                .toList();
    }

    /** How many lines came to a gap in a month, and were unmet at its end. */
    record Month(String month, long came, long unmet) {}

    List<Month> months(String gap, GapQuery query, int most) {
        return session.createNativeQuery("""
                        select to_char(month, 'YYYY-MM'), count(distinct standing.line_code) filter (where first_day >= month),
                            count(*) filter (where coalesce(until_day, date 'infinity') > least(cast(month + interval '1 month' as date) - 1, :asOf)
                                and standing.line_code is not null)
                        from generate_series(date_trunc('month', cast(:asOf as date)) - (:most - 1) * interval '1 month',
                            cast(cast(:asOf as date) as timestamptz), interval '1 month') month
                        left join (select *, min(from_day) over (partition by line_code) as first_day from line_standing where gap_key = :gap) standing
                            on (:city = '' or buyer_city = :city) and from_day < month + interval '1 month' and from_day <= :asOf
                        group by month order by month""", Object[].class)
                .setParameter("asOf", query.asOf())
                .setParameter("gap", gap)
                .setParameter("city", city(query.buyerCity()))
                .setParameter("most", most)
                .getResultStream()
                .map(row -> new Month((String) row[0], count(row[1]), count(row[2])))
                .toList();
    }

    /** An unmet line of one buyer. */
    record OwnLine(
            String line,
            String name,
            LocalDate postedOn,
            String coverage,
            @Nullable String requirement,
            @Nullable Integer number) {}

    List<OwnLine> linesOf(String buyer, String gap, GapQuery query) {
        return unmet(
                        "line.code, line.name, line.posted_on, standing.coverage, line.requirement_code, line.line_number",
                        "join requirement_line line on line.code = standing.line_code",
                        "and standing.buyer_code = :buyer order by line.posted_on desc, line.code",
                        List.of(gap),
                        query)
                .setParameter("buyer", buyer)
                .addScalar("code", String.class)
                .addScalar("name", String.class)
                .addScalar("posted_on", LocalDate.class)
                .addScalar("coverage", String.class)
                .addScalar("requirement_code", String.class)
                .addScalar("line_number", Integer.class)
                .getResultStream()
                .map(row -> new OwnLine(
                        (String) row[0],
                        (String) row[1],
                        (LocalDate) row[2],
                        (String) row[3],
                        (String) row[4],
                        (Integer) row[5]))
                .toList();
    }

    private NativeQuery<Object[]> unmet(
            String columns, String join, String rest, Collection<String> gaps, GapQuery query) {
        return session.createNativeQuery(
                        "select " + columns + " from line_standing standing " + join
                                + " where standing.gap_key in (:gaps) and (:city = '' or standing.buyer_city = :city) and "
                                + ON_THE_DAY + " " + rest,
                        Object[].class)
                .setParameter("gaps", gaps)
                .setParameter("asOf", query.asOf())
                .setParameter("city", city(query.buyerCity()));
    }

    /** All purchases of the ledger as they were summed last for the chains; empty before. */
    Optional<Money> spent() {
        return session.createNativeQuery("select purchases_amount from chain_refreshed", BigDecimal.class)
                .getResultStream()
                .map(Money::new)
                .findFirst();
    }

    /** Lines that were posted, covered or ended and are not written down yet. */
    long waiting() {
        return session.createNativeQuery("select count(distinct line_code) from gap_due", Long.class)
                .getSingleResult();
    }

    private static String city(@Nullable City city) {
        return city == null ? "" : city.code();
    }

    private static String orNone(@Nullable String code) {
        return code == null ? "" : code;
    }

    private static @Nullable Nearness nearness(@Nullable Object code) {
        return code == null || code.equals("") ? null : Nearness.valueOf((String) code);
    }

    private static long count(Object column) {
        return ((Number) column).longValue();
    }
}
