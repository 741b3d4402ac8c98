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
 * One statement for all questions about the facts of a cut. One, because everything in it is then seen at one moment: what a fact that is just being
 * added to the kept sums was counted in is either there or here. Its rows are {@link Cells}, which the questions are answered from.
 *
 * <p>A period in whole months is put together from the kept sums as far as the month of the as-of day, less what became known in the rest of that month;
 * the facts that the sums do not have yet; and what is recognised otherwise than the sums believe. Days at the ends are counted fact by fact.
 */
final class PurchaseSumQuery {

    /** The slice of whole months, whichever period they belong to. */
    private static final int MONTHS = 0;

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
                    where correction.supersedes = fact.code and correction.recorded_at < :knownBefore%s)
            """;

    /** Days of which there are so few facts that it is quicker to look for what corrects each than to go through all corrections. */
    private static final int FEW_DAYS = 62;

    /** Keeps the planner from joining with all corrections. */
    private static final String ONE_BY_ONE = " offset 0";

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

    /** Empty where nothing of the buyer was known yet: its cells then cancel each other. */
    private static final String NAME_OF_BUYER = """
            coalesce((
                select named.buyer_name from purchase_record named
                where named.buyer_code = raw_key and named.recorded_at < :knownBefore
                order by named.recorded_at desc, named.code desc limit 1), '')
            """;

    private final Cut cut;
    private final List<Asked> questions;
    private final @Nullable Dimension key;
    private final Map<String, Object> parameters = new HashMap<>();

    /** Queries for what is told by months, and by days. */
    private final List<String> monthly = new ArrayList<>();

    private final List<String> daily = new ArrayList<>();
    private String products = SOME_PRODUCTS;
    private boolean leaks;

    private PurchaseSumQuery(Cut cut, List<Asked> questions) {
        this.cut = cut;
        this.questions = questions;
        this.key = Asked.key(questions);
        parameters.put("knownBefore", cut.knownBefore());
        var scope = cut.scope();
        var city = scope.buyerCity();
        put("buyer", scope.buyer());
        put("city", city == null ? null : city.code());
        put("kind", scope.kindKey());
        put("category", scope.category());
        put("chain", PurchaseFigures.OUTSIDE_CHAIN.equals(scope.chain()) ? null : scope.chain());
    }

    /** Of the facts alone. */
    static PurchaseSumQuery ofFacts(Cut cut, List<Asked> questions) {
        var query = new PurchaseSumQuery(cut, questions);
        query.products = "";
        query.addPeriods(Optional.empty());
        return query;
    }

    /** From the kept sums where there are such of the periods. */
    static PurchaseSumQuery ofSums(Cut cut, List<Asked> questions, KeptMonths months) {
        var query = new PurchaseSumQuery(cut, questions);
        query.addPeriods(Optional.of(months));
        return query;
    }

    /** The same only of what was bought on days on which a recognised product of its category was listed, as far as was known. */
    static PurchaseSumQuery whileListed(Cut cut, Asked question, Optional<KeptMonths> months) {
        var query = new PurchaseSumQuery(cut, List.of(question));
        query.leaks = true;
        query.products = months.isPresent() ? SOME_PRODUCTS : "";
        query.addPeriods(months);
        return query;
    }

    /** The slice of the days of a period: all of them, or what its whole months have too many or too few. */
    private static int sliceOf(int period) {
        return period + 1;
    }

    /** Which rows are of a period. */
    static Cells.Part partOf(Period period, List<Asked> questions, Optional<KeptMonths> kept) {
        int days = sliceOf(Asked.periods(questions).indexOf(period));
        Optional<WholeMonths> months = kept.flatMap(it -> it.of(period));
        return (slice, month) -> slice == days
                || (slice == MONTHS
                        && months.isPresent()
                        && (month == null || months.get().include(month)));
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** Rows of a slice, its month, the city of the buyers, the key, its name, and the {@link Measures}. */
    String sql() {
        return """
            with relisted as materialized (
                select product.code as product_code, listed_days(product, :knownBefore) as days from product %s),
            %s measured as (%s),
            keyed as (select slice, %s as month, buyer_city, %s as raw_key, %s from measured),
            summed as (select slice, month, buyer_city, raw_key, %s from keyed group by slice, month, buyer_city, raw_key)
            %s
            """.formatted(
                        products,
                        leaks ? CATEGORY_DAYS + (monthly.isEmpty() ? "" : CATEGORY_MONTHS) : "",
                        measured(),
                        Asked.byMonth(questions)
                                ? "cast(date_trunc('month', cast(day as timestamp)) as date)"
                                : "cast(null as date)",
                        rawKey(),
                        Measures.COLUMNS,
                        Measures.SUMS,
                        named());
    }

    /** What the cells are told apart by while they are summed: codes as they are recorded. */
    private String rawKey() {
        return key == null
                ? "cast('' as text)"
                : switch (key) {
                    case BUYER -> "buyer_code";
                    case BUYER_KIND -> "buyer_kind";
                    default -> "category_code";
                };
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

    private void addPeriods(Optional<KeptMonths> kept) {
        kept.flatMap(KeptMonths::span).ifPresent(this::addMonths);
        List<Period> periods = Asked.periods(questions);
        for (int i = 0; i < periods.size(); i++) {
            int slice = sliceOf(i);
            Period period = periods.get(i);
            kept.flatMap(it -> it.of(period))
                    .ifPresentOrElse(
                            months -> addEdges(slice, months), () -> addDays(slice, "days" + slice, period, true));
        }
    }

    private void addMonths(Period span) {
        parameters.put("first", span.from());
        parameters.put("last", span.to());
        addSums();
        addWaiting();
        addLaterInMonth();
        addRelisted();
    }

    private void addEdges(int slice, WholeMonths months) {
        for (int i = 0; i < months.edges().size(); i++) {
            var edge = months.edges().get(i);
            addDays(slice, "edge" + slice + "x" + i, new Period(edge.from(), edge.to()), edge.added());
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
            listed.add(measured(MONTHS, partlyListed()));
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

    private void addSums() {
        parameters.put("knownMonth", month().atDay(1));
        monthly.add("""
            select %d as slice, kept.buyer_code, kept.buyer_city, kept.buyer_kind, kept.category_code, kept.month as day, %s
            from purchase_sum kept
            where kept.level = '%s' and kept.month between :first and :last and kept.known_month <= :knownMonth %s
            """.formatted(
                        MONTHS,
                        Measures.each(", ", name -> "kept." + name),
                        SumLevel.of(cut.scope(), key, leaks),
                        scope("kept")));
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
            fact.buyer_code, fact.buyer_city, coalesce(fact.buyer_kind, '-') as buyer_kind,
            coalesce(fact.category_code, '-') as category_code, fact.purchased_on as day,
            %s * (case when relisted.days @> fact.purchased_on then 1 else 0 end
                - case when believed.days @> fact.purchased_on then 1 else 0 end) as moved
            """.formatted(Measures.FEN);
        monthly.add("select %d as slice, %s, %s from (".formatted(MONTHS, Measures.KEYS, Measures.OF_RECOGNISED)
                + FIRST_FACTS.formatted(moved, "", inMonths() + scope("fact"), "")
                + ") part where moved <> 0");
    }

    private void addDays(int slice, String name, Period days, boolean added) {
        parameters.put(name + "From", days.from());
        parameters.put(name + "To", days.to());
        String columns =
                Measures.fact(added ? "1" : "-1", "fact.recorded_at", "coalesce(relisted.days, believed.days)");
        daily.add(measured(
                slice,
                FIRST_FACTS.formatted(
                        columns,
                        "left",
                        "fact.purchased_on between :%1$sFrom and :%1$sTo".formatted(name) + scope("fact"),
                        days.to().isBefore(days.from().plusDays(FEW_DAYS)) ? ONE_BY_ONE : "")));
    }

    private void addMonthly(String... facts) {
        for (String of : facts) {
            monthly.add(measured(MONTHS, of));
        }
    }

    private static String measured(int slice, String facts) {
        return "select %d as slice, %s, %s from (%s) part".formatted(slice, Measures.KEYS, Measures.OF_FACT, facts);
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
        if (parameters.containsKey("kind")) {
            conditions
                    .append(of.equals("kept") ? " and kept.buyer_kind" : " and coalesce(fact.buyer_kind, '-')")
                    .append(" = :kind");
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
