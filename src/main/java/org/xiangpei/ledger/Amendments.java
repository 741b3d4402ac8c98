package org.xiangpei.ledger;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is to be added to the kept sums, as far as the month of the as-of day, to say what the facts say, as SQL: the facts that the sums do not have
 * yet; less what became known in the rest of that month; and what is recognised otherwise than they believe.
 *
 * <p>It is looked for from the few facts that it is about. The offsets keep the planner, which takes these for many, from reading the whole ledger.
 */
final class Amendments {

    private static final String BELIEVED =
            " left join purchase_sum_listing believed on believed.product_code = fact.product_code where fact.amount > 0";

    private static final String CORRECTED = " correction cross join lateral ("
            + "select * from purchase_record corrected where corrected.code = correction.supersedes offset 0) fact";

    private static final String CORRECTION = " fact cross join lateral ("
            + "select * from purchase_record later where later.supersedes = fact.code offset 0) correction";

    private final Cut cut;
    private final ScopeSql scope;
    private final List<String> parts = new ArrayList<>();

    Amendments(Cut cut, ScopeSql scope, Map<String, Object> parameters) {
        this.cut = cut;
        this.scope = scope;
        parameters.put("knownMonth", month().atDay(1));
        parameters.put("knownNext", knownNext());
        addWaiting();
        addLaterInMonth();
        addRelisted();
    }

    /** Two sets of records by name: what waits to be added to the sums, and what became known in the rest of the month of the as-of day. */
    String sets() {
        return """
            waiting as materialized (
                select record.* from purchase_sum_waiting waiting join purchase_record record on record.code = waiting.fact_code),
            later as materialized (
                select * from purchase_record where recorded_at >= :knownBefore and recorded_at < :knownNext),
            """;
    }

    /** Rows of {@link Measures#KEYS} and measures, of the days whenever they are. */
    String sql() {
        return String.join(" union all ", parts);
    }

    private void addWaiting() {
        add("1", "waiting fact", known("fact"));
        add("-1", "waiting" + CORRECTED, known("fact") + known("correction"));
    }

    private void addLaterInMonth() {
        add("-1", "later fact", added("fact"));
        add("1", "later" + CORRECTED, " and fact.recorded_at < :knownNext" + added("correction"));
        add("1", "later" + CORRECTION, known("correction") + added("correction"));
    }

    private void add(String sign, String from, String condition) {
        parts.add("select %s, %s from (select %s from %s %s %s %s) part"
                .formatted(
                        Measures.KEYS,
                        Measures.OF_FACT,
                        Measures.fact(sign, "fact.recorded_at", "believed.days"),
                        from,
                        BELIEVED,
                        condition,
                        scope.ofFacts()));
    }

    /** The difference that it makes that products are recognised on other days than the sums believe. */
    private void addRelisted() {
        parts.add("""
            select %s, %s from (
                select %s, %s * (case when relisted.days @> fact.purchased_on then 1 else 0 end
                    - case when believed.days @> fact.purchased_on then 1 else 0 end) as moved
                from relisted left join purchase_sum_listing believed on believed.product_code = relisted.product_code
                cross join lateral (
                    select * from purchase_record bought where bought.product_code = relisted.product_code offset 0) fact
                where relisted.days is distinct from believed.days and fact.amount > 0 %s and not exists (
                    select from purchase_record correction
                    where correction.supersedes = fact.code and correction.recorded_at < :knownBefore offset 0) %s) part
            where moved <> 0
            """.formatted(
                        Measures.KEYS,
                        Measures.OF_RECOGNISED,
                        Measures.KEYS_OF_FACT,
                        Measures.FEN,
                        known("fact"),
                        scope.ofFacts()));
    }

    private static String known(String record) {
        return " and " + record + ".recorded_at < :knownBefore";
    }

    /** That the sums have it. */
    private static String added(String record) {
        return " and " + record + ".code not in (select fact_code from purchase_sum_waiting)";
    }

    private Instant knownNext() {
        return Cut.knownBefore(month().atEndOfMonth(), cut.zone());
    }

    private YearMonth month() {
        return YearMonth.from(cut.asOf());
    }
}
