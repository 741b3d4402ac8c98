package org.xiangpei.ledger;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

/**
 * One statement for all questions about the facts of a cut. One, because everything in it is then seen at one moment: what a fact that is just being
 * added to the kept sums was counted in is either there or here. Its rows are {@link Cells}, which the questions are answered from.
 *
 * <p>Whole months, and odd days where buyers need not be told apart, are read from the kept sums and {@link Amendments}; other days are counted fact by
 * fact.
 */
final class PurchaseSumQuery {

    /** Of products about which the sums do not know, or know more than was known then. */
    private static final String SOME_PRODUCTS = """
            where product.code in (select product_code from purchase_sum_listing_waiting)
                or product.code in (select product_code from recognition_event where recorded_at >= :knownBefore)
            """;

    /** Days of which there are so few facts that it is quicker to look for what corrects each than to go through all corrections. */
    private static final int FEW_DAYS = 62;

    /** The days on which a category has a recognised product. */
    private static final String CATEGORY_DAYS = """
            category_days as materialized (
                select product.category_code, range_agg(coalesce(relisted.days, believed.days)) as days
                from product
                left join purchase_sum_listing believed on believed.product_code = product.code
                left join relisted on relisted.product_code = product.code
                group by product.category_code),
            """;

    /** Of each category the months with days on which it has one, and whether these are all. */
    private static final String CATEGORY_MONTHS = """
            category_months as materialized (
                select listed.category_code, listed.days, span.first, span.next,
                    listed.days @> daterange(span.first, span.next) as whole
                from category_days listed
                cross join (
                    select cast(month as date) as first, cast(month + interval '1 month' as date) as next
                    from generate_series(cast(:firstMonth as timestamp), cast(:lastMonth as timestamp), interval '1 month') month) span
                where listed.days && daterange(span.first, span.next)),
            """;

    /** Of the whole months and of the days those through which the category has a recognised product. */
    private static final String LISTED =
            """
            select %s as slice, '*', buyer_city, '*', '*', %s, %s
            from part join category_days listed on listed.category_code = part.category_code
                and listed.days @> daterange(part.day, cast(part.day + case when slice = 0 then interval '1 month' else interval '1 day' end as date))
            where part.day between :firstLeaked and :lastLeaked
            group by 1, 3, 6
            """.formatted(Slices.LEAKED.formatted("slice"), Cells.MONTH_OF_DAY, Measures.SUMS);

    /** Empty where nothing of the buyer was known yet: its cells then cancel each other. */
    private static final String NAME_OF_BUYER = """
            coalesce((
                select named.buyer_name from purchase_record named
                where named.buyer_code = raw_key and named.recorded_at < :knownBefore
                order by named.recorded_at desc, named.code desc limit 1), '')
            """;

    private final List<Asked> questions;
    private final @Nullable Dimension key;
    private final Map<String, Object> parameters = new HashMap<>();
    private final ScopeSql scope;
    private final boolean leaks;

    /** The sets of records that the parts name, in the order in which they need one another. */
    private final StringBuilder sets = new StringBuilder();

    private final List<String> parts = new ArrayList<>();

    /** What of it leaked. */
    private final List<String> leaked = new ArrayList<>();

    private PurchaseSumQuery(Cut cut, List<Asked> questions, Slices slices, boolean leaks) {
        this.questions = questions;
        this.key = Asked.key(questions);
        this.scope = new ScopeSql(cut.scope());
        this.leaks = leaks;
        parameters.putAll(scope.parameters());
        parameters.put("knownBefore", cut.knownBefore());
        slices.months().ifPresent(span -> bind(Slices.MONTHS, span));
        slices.days().forEach(days -> bind(slices.of(days), days));
        sets.append("""
            relisted as materialized (
                select product.code as product_code, listed_days(product, :knownBefore) as days from product %s),
            """.formatted(slices.kept().isPresent() ? SOME_PRODUCTS : ""));
        List<Period> kept = slices.kept().isPresent() ? addSums(cut, slices) : List.of();
        addFacts(slices, slices.days().stream().filter(it -> !kept.contains(it)).toList());
        if (leaks) {
            addLeaked(cut.period(), slices);
        }
    }

    static PurchaseSumQuery of(Cut cut, List<Asked> questions, Slices slices) {
        return new PurchaseSumQuery(cut, questions, slices, false);
    }

    /** With what of the period of the cut was bought on days on which a recognised product of its category was listed, as far as was known. */
    static PurchaseSumQuery withLeaked(Cut cut, List<Asked> questions, Slices slices) {
        return new PurchaseSumQuery(cut, questions, slices, true);
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** Rows of a slice, its month, the city of the buyers, the key, its name, and the {@link Measures}. */
    String sql() {
        return """
            with %s
            part as %s (%s),
            keyed as (select slice, %s as month, buyer_city, %s as raw_key, %s from (%s) part),
            summed as (select slice, month, buyer_city, raw_key, %s from keyed group by slice, month, buyer_city, raw_key)
            %s
            """.formatted(
                sets,
                // Added up before it is asked which of it leaked, as the planner takes the many sums for a few.
                leaks ? "materialized" : "",
                String.join(" union all ", parts),
                Cells.month(questions),
                Cells.rawKey(key),
                Measures.COLUMNS,
                Stream.concat(Stream.of("select * from part"), leaked.stream()).collect(joining(" union all ")),
                Measures.SUMS,
                named());
    }

    /** The few sums with their keys and names. */
    private String named() {
        String cells = "select slice, month, buyer_city, %s, %s, " + Measures.COLUMNS + " from summed";
        String ofCategory = " left join category on category.code = raw_key";
        if (key == Dimension.CHAIN) {
            return "select slice, month, buyer_city, coalesce(category.chain, '%s'), '', %s from summed"
                            .formatted(PurchaseFigures.OUTSIDE_CHAIN, Measures.SUMS)
                    + ofCategory + " group by 1, 2, 3, 4";
        }
        if (key == Dimension.CATEGORY) {
            return cells.formatted("raw_key", "coalesce(category.name, '目录外品类')") + ofCategory;
        }
        return cells.formatted("raw_key", key == Dimension.BUYER ? NAME_OF_BUYER : "''");
    }

    /**
     * What can be read from kept sums. Periods that nothing but months and cities are asked of are read from coarser sums, but for what they have in common
     * with others.
     *
     * @return the days among it
     */
    private List<Period> addSums(Cut cut, Slices slices) {
        SumLevel fine = SumLevel.of(cut.scope(), key, leaks);
        SumLevel coarse = SumLevel.of(cut.scope(), null, false);
        Slices finely = slices.only(toldApart(cut));
        addMonths(fine, coarse, slices.months(), finely.months());
        Map<SumLevel, List<Period>> byLevel = slices.days().stream()
                .filter(PurchaseSumQuery::isFew)
                .collect(groupingBy(days -> finely.days().contains(days) ? fine : coarse));
        var days = new ArrayList<Period>();
        byLevel.forEach((level, stretches) -> level.byDay().ifPresent(byDay -> {
            addDays(byDay, slices, stretches);
            days.addAll(stretches);
        }));
        Stream<Integer> stretches = Stream.concat(
                slices.months().map(span -> Slices.MONTHS).stream(),
                days.stream().map(slices::of));
        addAmendments(cut, stretches.toList());
        return days;
    }

    private List<Period> toldApart(Cut cut) {
        Stream<Period> byKey = questions.stream()
                .filter(it -> it.groupBy() != null && it.groupBy().isKey())
                .map(Asked::period);
        return (leaks ? Stream.concat(byKey, Stream.of(cut.period())) : byKey).toList();
    }

    private void addMonths(SumLevel fine, SumLevel coarse, Optional<Period> all, Optional<Period> told) {
        told.ifPresent(span -> {
            parameters.put("firstFine", span.from());
            parameters.put("lastFine", span.to());
            parts.add(summed(months(fine, "between :firstFine and :lastFine")));
        });
        if (!all.equals(told)) {
            parts.add(summed(months(
                    coarse,
                    "between :from0 and :to0"
                            + (told.isPresent() ? " and kept.starts_on not between :firstFine and :lastFine" : ""))));
        }
    }

    private String months(SumLevel level, String when) {
        return """
            (select 0 as slice, kept.*, kept.starts_on as day from purchase_sum kept
            where kept.level = '%s' and kept.known_month <= :knownMonth and kept.starts_on %s %s) kept
            """.formatted(level, when, scope.ofSums());
    }

    private void addDays(SumLevel level, Slices slices, List<Period> days) {
        parts.add(summed("""
                (select stretch.slice, kept.*, kept.starts_on as day from %s cross join lateral (
                    select * from purchase_sum kept where kept.starts_on between stretch.first and stretch.last
                        and kept.level = '%s' and kept.known_month <= :knownMonth %s offset 0) kept) kept
                """.formatted(stretches(days.stream().map(slices::of).toList()), level, scope.ofSums())));
    }

    private void addAmendments(Cut cut, List<Integer> slices) {
        if (!slices.isEmpty()) {
            var amendments = new Amendments(cut, scope, parameters);
            sets.append(amendments.sets());
            parts.add(summed("""
                    (select stretch.slice, amended.* from (%s) amended
                    join %s on amended.day between stretch.first and stretch.last) amended
                    """.formatted(amendments.sql(), stretches(slices))));
        }
    }

    /** Told apart no further than the questions need: there are few such sums. */
    private String summed(String from) {
        boolean byCategory = leaks || key == Dimension.CATEGORY || key == Dimension.CHAIN;
        return "select slice, %s as buyer_code, buyer_city, %s as buyer_kind, %s as category_code, %s as day, %s from %s group by 1, 2, 3, 4, 5, 6"
                .formatted(
                        column("buyer_code", key == Dimension.BUYER),
                        column("buyer_kind", key == Dimension.BUYER_KIND),
                        column("category_code", byCategory),
                        leaks
                                ? "case when slice = 0 then %s else day end".formatted(Cells.MONTH_OF_DAY)
                                : Cells.month(questions),
                        Measures.SUMS,
                        from);
    }

    private static String column(String name, boolean needed) {
        return needed ? name : "cast('*' as text)";
    }

    private void addLeaked(Period period, Slices slices) {
        parameters.put("firstLeaked", YearMonth.from(period.from()).atDay(1));
        parameters.put("lastLeaked", YearMonth.from(period.to()).atEndOfMonth());
        sets.append(CATEGORY_DAYS);
        leaked.add(LISTED);
        slices.monthsOf(period).ifPresent(months -> {
            parameters.put("firstMonth", months.first());
            parameters.put("lastMonth", months.last());
            sets.append(CATEGORY_MONTHS);
            leaked.add(partlyListed());
        });
    }

    /** Of months through a part of which a category has a recognised product, the records one by one. */
    private String partlyListed() {
        return facts(
                Slices.LEAKED.formatted(Slices.MONTHS),
                """
                category_months pair cross join lateral (
                    select * from purchase_record bought
                    where bought.category_code = pair.category_code and bought.purchased_on >= pair.first and bought.purchased_on < pair.next
                    offset 0) fact
                """,
                "not pair.whole and pair.days @> fact.purchased_on",
                false);
    }

    private static boolean isFew(Period days) {
        return days.to().isBefore(days.from().plusDays(FEW_DAYS));
    }

    private void addFacts(Slices slices, List<Period> periods) {
        for (Period days : periods) {
            parts.add(facts(
                    "slice",
                    stretches(List.of(slices.of(days)))
                            + " join purchase_record fact on fact.purchased_on between stretch.first and stretch.last",
                    "true",
                    isFew(days)));
        }
    }

    /**
     * Records of the ledger one by one.
     *
     * @param slice SQL: of which slice they are
     * @param from SQL: where they come from, as {@code fact}
     * @param few whether it is quicker to look for what corrects each than to join them with all corrections, from which the planner is to be kept
     */
    private String facts(String slice, String from, String condition, boolean few) {
        return """
            select slice, %s, %s from (
                select %s as slice, %s from %s
                left join purchase_sum_listing believed on believed.product_code = fact.product_code
                left join relisted on relisted.product_code = fact.product_code
                where %s and fact.amount > 0 and fact.recorded_at < :knownBefore %s
                    and not exists (select from purchase_record correction
                        where correction.supersedes = fact.code and correction.recorded_at < :knownBefore %s)) part
            """.formatted(
                        Measures.KEYS,
                        Measures.OF_FACT,
                        slice,
                        Measures.fact("1", "fact.recorded_at", "coalesce(relisted.days, believed.days)"),
                        from,
                        condition,
                        scope.ofFacts(),
                        few ? "offset 0" : "");
    }

    private void bind(int slice, Period days) {
        parameters.put("from" + slice, days.from());
        parameters.put("to" + slice, days.to());
    }

    private static String stretches(List<Integer> slices) {
        return slices.stream()
                .map("(%1$d, cast(:from%1$d as date), cast(:to%1$d as date))"::formatted)
                .collect(joining(", ", "(values ", ") stretch (slice, first, last)"));
    }
}
