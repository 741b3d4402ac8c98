package org.xiangpei.sourcing;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;

import org.xiangpei.fixtures.Sweep;
import org.xiangpei.identity.Actor;

/**
 * Inquiries that were opened and decided on days of a test's own choice, written as the rows that opening and award leave behind. How they
 * come about is tested elsewhere.
 */
public final class Opened {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** A mandatory clause, and one that is only desired. */
    private static final String CRITERIA = """
            [{"property":"load_capacity","operator":"at_least","value":"1000","values":[],"unit":"kg","mandatory":true,"weight":1},
             {"operator":"delivers_within","value":"60","values":[],"mandatory":false,"weight":1}]""";

    private final Actor buyer;
    private final String code;
    private final LocalDate opened;

    private Opened(Actor buyer, String code, LocalDate opened) {
        this.buyer = buyer;
        this.code = code;
        this.opened = opened;
    }

    public static LocalDate today() {
        return LocalDate.now(Arc.container().instance(Clock.class).get());
    }

    /** One with a line for ten lifts. */
    public static Opened inquiry(Actor buyer, String title, LocalDate published, LocalDate deadline, LocalDate opened) {
        String requirement = Asking.requirement(buyer);
        String code = "Q20260101-" + "TEST-" + "%04d".formatted(NUMBER.incrementAndGet());
        run(
                """
                insert into inquiry (code, organization_code, requirement_code, form_token, state, title, questions_until, deadline, openers,
                    second_approval, weight_price, weight_delivery, weight_clauses, valid_days, created_by_name, created_at, saved_at,
                    published_at, opened_at)
                values (?1, ?2, ?3, ?1, 'OPENED', ?4, ?5, ?6, 1, false, 100, 0, 0, 60, '测试采购员', ?5, ?5, ?5, ?7)""",
                code,
                Objects.requireNonNull(buyer.organization()),
                requirement,
                title,
                at(published),
                at(deadline),
                at(opened));
        var it = new Opened(buyer, code, opened);
        it.line(1, "乘客电梯");
        return it;
    }

    /** Published a month ago, opened three weeks ago, both after enough time. */
    public static Opened inquiry(Actor buyer, String title) {
        return inquiry(buyer, title, today().minusDays(30), today().minusDays(22), today().minusDays(21));
    }

    public Opened line(int number, String name) {
        run("""
                insert into inquiry_line (inquiry_code, number, name, category, quantity, unit, budget, criteria, requirement_code,
                    requirement_line)
                select ?1, ?2, ?3, 'elevator', 10, '台', 987654.32, cast(?4 as jsonb), i.requirement_code, ?2 from inquiry i
                where i.code = ?1""", code, number, name, CRITERIA);
        return this;
    }

    public String code() {
        return code;
    }

    public Opened quotes(String firm, String price) {
        return quotes(firm, 1, price, 10, "[]", "");
    }

    /**
     * @param firm of the catalogue, or the name of any other supplier
     * @param deviates clauses from which it deviates, by their places: 0 is the mandatory one
     */
    public Opened quotes(String firm, int line, String price, int leadDays, String breaks, String deviates) {
        run(
                "insert into invitation (inquiry_code, firm_code, name, invited_by_name, invited_at)"
                        + " select ?1, f.code, coalesce(f.name, ?2), '测试采购员', ?3 from (select 1) one left join firm f on f.code = ?2"
                        + " on conflict do nothing",
                code,
                firm,
                at(opened.minusDays(5)));
        run("""
                insert into quotation (id, inquiry_code, invitation_id, supplier, firm_code, submitted_at, valid_until, salt, receipt)
                select nextval('quotation_id'), ?1, v.id, v.name, v.firm_code, ?3, ?4, 'x', repeat('0', 64) from invitation v
                where v.inquiry_code = ?1 and coalesce(v.firm_code, v.name) = ?2 on conflict do nothing""", code, firm, at(opened.minusDays(1)), opened.plusDays(60));
        run("""
                insert into quotation_line (id, quotation_id, number, unit_price, tax_rate, breaks, lead_days, freight, replies)
                select nextval('quotation_line_id'), q.id, ?3, ?4, 13, cast(?6 as jsonb), ?5, 0, cast(?7 as jsonb) from quotation q
                where q.inquiry_code = ?1 and coalesce(q.firm_code, q.supplier) = ?2""", code, firm, line, new BigDecimal(price), leadDays, breaks, replies(deviates));
        return this;
    }

    private static String replies(String deviates) {
        return IntStream.range(0, 2)
                .mapToObj(it -> "{\"clause\":%d,\"reply\":\"%s\"}"
                        .formatted(it, deviates.contains(String.valueOf(it)) ? "deviates" : "unanswered"))
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** Somebody was asked and has not answered. */
    public Opened invites(String firm) {
        run(
                "insert into invitation (inquiry_code, firm_code, name, invited_by_name, invited_at)"
                        + " select ?1, f.code, f.name, '测试采购员', ?3 from firm f where f.code = ?2",
                code,
                firm,
                at(opened.minusDays(5)));
        return this;
    }

    /**
     * The firm gets a part of the line, for which it has quoted.
     *
     * @return the id of the award
     */
    public long award(String firm, int line, LocalDate decided) {
        String purchase = code + "-" + firm + "-" + line;
        run(
                """
                insert into purchase_record (code, buyer_code, buyer_name, buyer_city, purchased_on, item, category_code, amount,
                    supplier_name, supplier_firm_code, provenance, recorded_at, first_code, channel)
                values (?1, ?2, ?3, '430100', ?4, '乘客电梯', 'elevator', 1000, ?5, (select code from firm where code = ?5), 'DOCUMENTED', ?6,
                    ?1, 'AWARD')""",
                purchase,
                Objects.requireNonNull(buyer.organization()),
                buyer.organizationName(),
                decided,
                firm,
                at(decided));
        run("""
                insert into award (id, inquiry_code, line_number, quotation_id, quantity, unit_price, freight, amount, quoted_rank,
                    purchase_code, decided_at)
                select nextval('award_id'), ?1, ?3, q.id, 10, ql.unit_price, 0, round(ql.unit_price * 10, 2), 1, ?5, ?4
                from quotation q join quotation_line ql on ql.quotation_id = q.id and ql.number = ?3
                where q.inquiry_code = ?1 and coalesce(q.firm_code, q.supplier) = ?2""", code, firm, line, at(decided), purchase);
        run("update inquiry set state = 'DECIDED', ended_at = ?2 where code = ?1", code, at(decided));
        return Long.parseLong(single("select id from award where purchase_code = '" + purchase + "'"));
    }

    /** Removes all inquiries, with what hangs on them and the purchases that were made from awards here. */
    public static void clean() {
        Asking.clean();
        Sweep.run(List.of(
                "delete from purchase_record where code like 'Q20260101-TEST-%'",
                "delete from signal_explanation", "delete from notice where target_type = 'follow_up'"));
    }

    /** Noon of the day in China. */
    private static Instant at(LocalDate day) {
        return day.atTime(12, 0).atZone(ZONE).toInstant();
    }

    private static void run(String sql, Object... values) {
        QuarkusTransaction.requiringNew().run(() -> {
            Query query = entities().createNativeQuery(sql);
            for (int i = 0; i < values.length; i++) {
                query.setParameter(i + 1, values[i]);
            }
            query.executeUpdate();
        });
    }

    public static String single(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> String.valueOf(
                        entities().createNativeQuery(sql, Object.class).getSingleResult()));
    }

    private static EntityManager entities() {
        return Arc.container().instance(EntityManager.class).get();
    }
}
