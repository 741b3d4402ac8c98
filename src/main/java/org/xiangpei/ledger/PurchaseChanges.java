package org.xiangpei.ledger;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

/** What became known of purchases between two moments, by reasons. Every purchase has one reason, so that the reasons together are the whole difference. */
@ApplicationScoped
public class PurchaseChanges {

    /** Of each purchase that anything became known of: what was in effect then, and what is now. */
    private static final String CHANGES = """
        with touched as (
            select first_code from purchase_record where recorded_at >= :then and recorded_at < :knownBefore
            union
            select purchase.first_code from recognition_event event
                join purchase_record purchase on purchase.product_code = event.product_code
                where event.recorded_at >= :then and event.recorded_at < :knownBefore),
        head as (
            select moment.later, purchase.code, purchase.first_code, purchase.amount, purchase.purchased_on as day,
                purchase.buyer_code, purchase.buyer_city, purchase.buyer_kind, coalesce(purchase.category_code, '-') as category_code,
                coalesce(category.chain, '目录外') as chain,
                jsonb_build_array(purchase.purchased_on, purchase.item, purchase.quantity, purchase.unit, purchase.amount,
                    purchase.supplier_name, purchase.supplier_firm_code, purchase.product_code, purchase.production_region,
                    purchase.declared_local_content_pct, purchase.buyer_code, purchase.buyer_city) as said,
                listed.code is not null as recognised,
                coalesce(substr(purchase.production_region, 1, 4) in ('4301', '4302', '4303'), false) as is_local,
                coalesce(round(purchase.amount * purchase.declared_local_content_pct / 100, 2), 0) as content
            from (values (cast(:then as timestamptz), false), (cast(:knownBefore as timestamptz), true)) moment (known, later)
            join purchase_record purchase on purchase.recorded_at < moment.known
                and purchase.first_code in (select first_code from touched)
            left join category on category.code = purchase.category_code
            left join product listed on listed.code = purchase.product_code
                and was_listed(listed, purchase.purchased_on, moment.known)
            where not exists (select from purchase_record correction
                where correction.supersedes = purchase.code and correction.recorded_at < moment.known)),
        counted as (
            select head.*, case when amount > 0 and day between :from and :to and %s then 1 else 0 end as counts
            from head),
        pair as (
            select coalesce(was.counts, 0) as was_counts, coalesce(now.counts, 0) as now_counts,
                was.amount as was_amount, now.amount as now_amount, was.is_local as was_local, now.is_local as now_local,
                was.content as was_content, now.content as now_content,
                was.recognised as was_recognised, now.recognised as now_recognised,
                case when was.code is null then 'NEW_PURCHASES'
                    when was.code = now.code and now.recognised and not was.recognised then 'RECOGNITIONS'
                    when was.code = now.code and was.recognised and not now.recognised then 'EXPIRIES'
                    when was.code = now.code then null
                    when now.amount = 0 then 'WITHDRAWALS'
                    when was.said = now.said then 'RECLASSIFICATIONS'
                    else 'CORRECTIONS' end as cause
            from (select * from counted where later) now
            left join (select * from counted where not later) was on was.first_code = now.first_code)
        select cause, count(*), sum(now_counts - was_counts),
            %s
        from pair where cause is not null and was_counts + now_counts > 0 group by cause""".formatted(
                    FactQueries.IN_SCOPE,
                    String.join(
                            ", ",
                            difference("1", "local"),
                            difference("%s_amount", ""),
                            difference("%s_amount", "local"),
                            difference("%s_content", ""),
                            difference("%s_amount", "recognised")));

    private final Session session;

    PurchaseChanges(Session session) {
        this.session = session;
    }

    private static String difference(String value, String where) {
        return "sum(%s - %s)".formatted(counted("now", value, where), counted("was", value, where));
    }

    private static String counted(String moment, String value, String where) {
        String condition = moment + "_counts = 1" + (where.isEmpty() ? "" : " and " + moment + "_" + where);
        return "case when " + condition + " then " + value.replace("%s", moment) + " else 0 end";
    }

    /**
     * The changes of what counts in the period and scope of {@code now}; a cause without any is left out.
     *
     * @param then the same cut as known earlier
     */
    public List<PurchaseChange> between(Cut then, Cut now) {
        Map<String, Object> parameters = new HashMap<>(now.parameters());
        parameters.put("then", then.knownBefore());
        parameters.remove("asOf");
        var query = session.createNativeQuery(CHANGES, Object[].class);
        parameters.forEach(query::setParameter);
        return query.getResultList().stream().map(PurchaseChanges::change).toList();
    }

    private static PurchaseChange change(Object[] row) {
        return new PurchaseChange(
                Cause.valueOf((String) row[0]),
                (long) row[1],
                number(row[2]).longValueExact(),
                number(row[3]).longValueExact(),
                number(row[4]),
                number(row[5]),
                number(row[6]),
                number(row[7]));
    }

    private static BigDecimal number(Object value) {
        return new BigDecimal(value.toString());
    }
}
