package org.xiangpei.ledger;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * One statement for the sums of a cut and its groups. One, because everything in it is then seen at one moment: what a fact that is just being added to
 * the kept sums was counted in is either there or here.
 *
 * <p>A cut in whole months is put together from the kept sums as far as the month of the as-of day, less what became known in the rest of that month;
 * the facts that the sums do not have yet; and what is recognised otherwise than the sums believe. Days at the ends are counted fact by fact.
 */
final class PurchaseSumQuery {

    /** Of products about which the sums do not know, or know more than was known then. */
    private static final String SOME_PRODUCTS = """
            where product.code in (select product_code from purchase_sum_listing_waiting)
                or product.code in (select product_code from recognition_event where recorded_at >= :knownBefore)
            """;

    private static final String FIRST_FACTS = """
            select %s from purchase_record fact
            left join purchase_sum_listing believed on believed.product_code = fact.product_code
            %s join relisted on relisted.product_code = fact.product_code
            where fact.amount > 0 and fact.recorded_at < :knownBefore and %s
                and not exists (select from purchase_record correction
                    where correction.supersedes = fact.code and correction.recorded_at < :knownBefore)
            """;

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
                    from generate_series(cast(:first as timestamp), cast(:last as timestamp), interval '1 month') month) span
                where listed.days && daterange(span.first, span.next)),
            """;

    private static final String BELIEVED =
            " left join purchase_sum_listing believed on believed.product_code = fact.product_code where fact.amount > 0 and ";

    private final Cut cut;
    private final @Nullable Dimension groupBy;
    private final Map<String, Object> parameters = new HashMap<>();

    /** Queries for what is told by months, and by days. */
    private final List<String> monthly = new ArrayList<>();

    private final List<String> daily = new ArrayList<>();
    private String products = SOME_PRODUCTS;
    private boolean leaks;

    private PurchaseSumQuery(Cut cut, @Nullable Dimension groupBy) {
        this.cut = cut;
        this.groupBy = groupBy;
        parameters.put("knownBefore", cut.knownBefore());
        var scope = cut.scope();
        var city = scope.buyerCity();
        put("buyer", scope.buyer());
        put("city", city == null ? null : city.code());
        put("category", scope.category());
        put("chain", PurchaseFigures.OUTSIDE_CHAIN.equals(scope.chain()) ? null : scope.chain());
    }

    /** Of the facts alone. */
    static PurchaseSumQuery ofFacts(Cut cut, @Nullable Dimension groupBy) {
        var query = new PurchaseSumQuery(cut, groupBy);
        query.addFacts();
        return query;
    }

    /** From the kept sums. */
    static PurchaseSumQuery ofSums(Cut cut, @Nullable Dimension groupBy, WholeMonths months) {
        var query = new PurchaseSumQuery(cut, groupBy);
        query.addMonths(months);
        return query;
    }

    /** The same only of what was bought on days on which a recognised product of its category was listed, as far as was known. */
    static PurchaseSumQuery whileListed(Cut cut, @Nullable Dimension groupBy, Optional<WholeMonths> months) {
        PurchaseSumQuery query = new PurchaseSumQuery(cut, groupBy);
        query.leaks = true;
        months.ifPresentOrElse(query::addMonths, query::addFacts);
        return query;
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** Rows of what they are (TOTAL, GROUP, or CITY of the buyer), the key, its name, and the {@link Measures}. */
    String sql() {
        // Another expression than the city by which all are grouped, so that no planner takes them for one.
        String key = groupBy == null ? "''" : groupBy.keySql() + " || ''";
        String name = groupBy == Dimension.CATEGORY ? "category_name" : "''";
        return """
                with relisted as materialized (
                    select product.code as product_code, listed_days(product, :knownBefore) as days from product %s),
                %s measured as (%s),
                placed as (
                    select measured.*, coalesce(category.name, '目录外品类') as category_name, coalesce(category.chain, '%s') as chain
                    from measured left join category on category.code = measured.category_code),
                keyed as (select placed.*, %s as group_key, %s as group_name from placed),
                summed as (
                    select case when grouping(group_key) = 0 then 'GROUP' when grouping(buyer_city) = 0 then 'CITY' else 'TOTAL' end as kind,
                        coalesce(group_key, buyer_city) as group_key, max(group_name) as group_name, %s
                    from keyed group by grouping sets ((), (group_key), (buyer_city)))
                select kind, group_key, %s, %s from summed where kind = 'TOTAL' or lines <> 0 order by kind desc, group_key
                """.formatted(
                        products,
                        leaks ? CATEGORY_DAYS + (monthly.isEmpty() ? "" : CATEGORY_MONTHS) : "",
                        measured(),
                        PurchaseFigures.OUTSIDE_CHAIN,
                        key,
                        name,
                        Measures.SUMS,
                        groupBy == Dimension.BUYER ? nameOfBuyer() : "group_name",
                        Measures.COLUMNS);
    }

    private void addFacts() {
        products = "";
        addDays("days", cut.period(), true);
    }

    private void addMonths(WholeMonths months) {
        parameters.put("first", months.first());
        parameters.put("last", months.last());
        addSums();
        addWaiting();
        addLaterInMonth();
        addRelisted();
        for (int i = 0; i < months.edges().size(); i++) {
            var edge = months.edges().get(i);
            addDays("edge" + i, new Period(edge.from(), edge.to()), edge.added());
        }
    }

    private String measured() {
        if (!leaks) {
            return String.join(
                    " union all ",
                    Stream.concat(monthly.stream(), daily.stream()).toList());
        }
        var listed = new ArrayList<String>();
        if (!monthly.isEmpty()) {
            listed.add("select part.* from (" + String.join(" union all ", monthly) + """
                    ) part join category_months listed on listed.category_code = part.category_code
                        and listed.first = cast(date_trunc('month', part.day) as date) and listed.whole""");
            listed.add(measured(partlyListed()));
        }
        if (!daily.isEmpty()) {
            listed.add(
                    "select part.* from (" + String.join(" union all ", daily)
                            + ") part join category_days listed on listed.category_code = part.category_code and listed.days @> part.day");
        }
        return String.join(" union all ", listed);
    }

    /** Of months through a part of which a category has a recognised product, the records one by one. */
    private String partlyListed() {
        return """
            select %s from category_months pair
            cross join lateral (
                select * from purchase_record bought
                where bought.category_code = pair.category_code and bought.purchased_on >= pair.first and bought.purchased_on < pair.next
                offset 0) fact
            left join purchase_sum_listing believed on believed.product_code = fact.product_code
            left join relisted on relisted.product_code = fact.product_code
            where not pair.whole and pair.days @> fact.purchased_on and fact.amount > 0 and fact.recorded_at < :knownBefore
                and not exists (select from purchase_record correction
                    where correction.supersedes = fact.code and correction.recorded_at < :knownBefore) %s
            """.formatted(
                Measures.fact("1", "fact.recorded_at", "coalesce(relisted.days, believed.days)"), scope("fact"));
    }

    private static String nameOfBuyer() {
        return """
                (select named.buyer_name from purchase_record named
                where summed.kind = 'GROUP' and named.buyer_code = summed.group_key and named.recorded_at < :knownBefore
                order by named.recorded_at desc, named.code desc limit 1)
                """;
    }

    private void addSums() {
        parameters.put("knownMonth", month().atDay(1));
        monthly.add("""
                select kept.buyer_code, kept.buyer_city, kept.category_code, kept.month as day, %s from purchase_sum kept
                where kept.level = '%s' and kept.month between :first and :last and kept.known_month <= :knownMonth %s
                """.formatted(Measures.each(", ", name -> "kept." + name), level(), scope("kept")));
    }

    private SumLevel level() {
        SumLevel level = SumLevel.of(cut.scope(), groupBy);
        return leaks && level == SumLevel.BUYER ? SumLevel.BOTH : level;
    }

    /** What the sums do not have yet. */
    private void addWaiting() {
        addMonthly(
                part(
                        "1",
                        "purchase_sum_waiting waiting join purchase_record fact on fact.code = waiting.fact_code",
                        "fact.recorded_at < :knownBefore"),
                part(
                        "-1",
                        "purchase_sum_waiting waiting join purchase_record correction on correction.code = waiting.fact_code"
                                + " join purchase_record fact on fact.code = correction.supersedes",
                        "fact.recorded_at < :knownBefore and correction.recorded_at < :knownBefore"));
    }

    /** What the sums of the as-of month have, but became known after the as-of day. */
    private void addLaterInMonth() {
        Instant next = Cut.knownBefore(month().atEndOfMonth(), cut.zone());
        if (next.equals(cut.knownBefore())) {
            return;
        }
        parameters.put("knownNext", next);
        String later = "%1$s.recorded_at >= :knownBefore and %1$s.recorded_at < :knownNext";
        String corrected = "purchase_record correction join purchase_record fact on fact.code = correction.supersedes";
        addMonthly(
                part("-1", "purchase_record fact", later.formatted("fact") + kept("fact")),
                part(
                        "1",
                        corrected,
                        later.formatted("correction") + " and fact.recorded_at < :knownNext" + kept("correction")),
                part(
                        "1",
                        corrected,
                        later.formatted("fact") + " and correction.recorded_at < :knownBefore" + kept("correction")));
    }

    /** The difference that it makes that products are recognised on other days than the sums believe. */
    private void addRelisted() {
        String moved = """
                fact.buyer_code, fact.buyer_city, coalesce(fact.category_code, '-') as category_code, fact.purchased_on as day,
                %s * (case when relisted.days @> fact.purchased_on then 1 else 0 end
                    - case when believed.days @> fact.purchased_on then 1 else 0 end) as moved
                """.formatted(Measures.FEN);
        monthly.add("select buyer_code, buyer_city, category_code, day, " + Measures.OF_RECOGNISED + " from ("
                + FIRST_FACTS.formatted(moved, "", inMonths() + scope("fact"))
                + ") part where moved <> 0");
    }

    private void addDays(String name, Period days, boolean added) {
        parameters.put(name + "From", days.from());
        parameters.put(name + "To", days.to());
        String columns =
                Measures.fact(added ? "1" : "-1", "fact.recorded_at", "coalesce(relisted.days, believed.days)");
        daily.add(measured(FIRST_FACTS.formatted(
                columns, "left", "fact.purchased_on between :%1$sFrom and :%1$sTo".formatted(name) + scope("fact"))));
    }

    private void addMonthly(String... facts) {
        for (String of : facts) {
            monthly.add(measured(of));
        }
    }

    private static String measured(String facts) {
        return "select buyer_code, buyer_city, category_code, day, " + Measures.OF_FACT + " from (" + facts + ") part";
    }

    private String part(String sign, String from, String condition) {
        return "select " + Measures.fact(sign, "fact.recorded_at", "believed.days") + " from " + from + BELIEVED
                + condition + " and " + inMonths() + scope("fact");
    }

    private static String inMonths() {
        return "fact.purchased_on between :first and :last";
    }

    private static String kept(String record) {
        return " and not exists (select from purchase_sum_waiting waiting where waiting.fact_code = " + record
                + ".code)";
    }

    private YearMonth month() {
        return YearMonth.from(cut.asOf());
    }

    private String scope(String of) {
        String category = of.equals("kept") ? "kept.category_code" : "coalesce(fact.category_code, '-')";
        var conditions = new StringBuilder();
        if (parameters.containsKey("buyer")) {
            conditions.append(" and ").append(of).append(".buyer_code = :buyer");
        }
        if (parameters.containsKey("city")) {
            conditions.append(" and ").append(of).append(".buyer_city = :city");
        }
        if (parameters.containsKey("category")) {
            conditions.append(" and ").append(category).append(" = :category");
        }
        if (parameters.containsKey("chain")) {
            conditions.append(" and ").append(category).append(" in (select code from category where chain = :chain)");
        } else if (cut.scope().chain() != null) {
            conditions
                    .append(" and ")
                    .append(category)
                    .append(" = '")
                    .append(PurchaseFigures.OUTSIDE)
                    .append('\'');
        }
        return conditions.toString();
    }

    private void put(String name, @Nullable String value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }
}
