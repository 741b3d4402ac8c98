package org.xiangpei.ledger;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

    private static final String BELIEVED =
            " left join purchase_sum_listing believed on believed.product_code = fact.product_code where fact.amount > 0 and ";

    private final Cut cut;
    private final @Nullable Dimension groupBy;
    private final Map<String, Object> parameters = new HashMap<>();
    private final List<String> measured = new ArrayList<>();
    private String products = SOME_PRODUCTS;

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
        query.products = "";
        query.addDays("days", cut.period(), true);
        return query;
    }

    /** From the kept sums. */
    static PurchaseSumQuery ofSums(Cut cut, @Nullable Dimension groupBy, WholeMonths months) {
        var query = new PurchaseSumQuery(cut, groupBy);
        query.parameters.put("first", months.first());
        query.parameters.put("last", months.last());
        query.addSums();
        query.addWaiting();
        query.addLaterInMonth();
        query.addRelisted();
        for (int i = 0; i < months.edges().size(); i++) {
            var edge = months.edges().get(i);
            query.addDays("edge" + i, new Period(edge.from(), edge.to()), edge.added());
        }
        return query;
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** Rows of the key of a group, its name, and the {@link Measures}: the total first. */
    String sql() {
        String key = groupBy == null ? "''" : groupBy.keySql();
        String name = groupBy == Dimension.CATEGORY ? "category_name" : "''";
        return """
                with relisted as materialized (
                    select product.code as product_code, listed_days(product, :knownBefore) as days from product %s),
                measured as (%s),
                placed as (
                    select measured.*, coalesce(category.name, '目录外品类') as category_name, coalesce(category.chain, '%s') as chain
                    from measured left join category on category.code = measured.category_code),
                keyed as (select placed.*, %s as group_key, %s as group_name from placed),
                summed as (
                    select group_key, max(group_name) as group_name, grouping(group_key) as is_total, %s
                    from keyed group by grouping sets ((), (group_key)))
                select group_key, %s, %s from summed where is_total = 1 or lines <> 0 order by is_total desc, group_key
                """.formatted(
                        products,
                        String.join(" union all ", measured),
                        PurchaseFigures.OUTSIDE_CHAIN,
                        key,
                        name,
                        Measures.SUMS,
                        groupBy == Dimension.BUYER ? nameOfBuyer() : "group_name",
                        Measures.COLUMNS);
    }

    private static String nameOfBuyer() {
        return """
                (select named.buyer_name from purchase_record named
                where named.buyer_code = summed.group_key and named.recorded_at < :knownBefore
                order by named.recorded_at desc, named.code desc limit 1)
                """;
    }

    private void addSums() {
        parameters.put("knownMonth", month().atDay(1));
        measured.add("""
                select kept.buyer_code, kept.buyer_city, kept.category_code, kept.month as day, %s from purchase_sum kept
                where kept.level = '%s' and kept.month between :first and :last and kept.known_month <= :knownMonth %s
                """.formatted(
                        Measures.each(", ", name -> "kept." + name), SumLevel.of(cut.scope(), groupBy), scope("kept")));
    }

    /** What the sums do not have yet. */
    private void addWaiting() {
        addParts(
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
        addParts(
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
        measured.add("select buyer_code, buyer_city, category_code, day, " + Measures.OF_RECOGNISED + " from ("
                + FIRST_FACTS.formatted(moved, "", inMonths() + scope("fact"))
                + ") part where moved <> 0");
    }

    private void addDays(String name, Period days, boolean added) {
        parameters.put(name + "From", days.from());
        parameters.put(name + "To", days.to());
        String columns =
                Measures.fact(added ? "1" : "-1", "fact.recorded_at", "coalesce(relisted.days, believed.days)");
        addParts(FIRST_FACTS.formatted(
                columns, "left", "fact.purchased_on between :%1$sFrom and :%1$sTo".formatted(name) + scope("fact")));
    }

    private void addParts(String... parts) {
        for (String part : parts) {
            measured.add("select buyer_code, buyer_city, category_code, day, " + Measures.OF_FACT + " from (" + part
                    + ") part");
        }
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
