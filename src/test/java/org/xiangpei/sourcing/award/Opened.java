package org.xiangpei.sourcing.award;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jspecify.annotations.Nullable;

import org.xiangpei.fixtures.Sweep;
import org.xiangpei.identity.Actor;
import org.xiangpei.requirement.KeptLine;
import org.xiangpei.sourcing.Asking;
import org.xiangpei.sourcing.Draft;
import org.xiangpei.sourcing.Inquiries;
import org.xiangpei.sourcing.Invitation;
import org.xiangpei.sourcing.Invitee;
import org.xiangpei.sourcing.Terms;
import org.xiangpei.sourcing.quotation.ClauseReply;
import org.xiangpei.sourcing.quotation.OfferedLine;

/** Inquiries whose quotations are open, and what stands in them. */
public final class Opened {

    private final String code;
    private final String requirement;
    private final Map<String, Long> quotations = new HashMap<>();

    private Opened(String code, String requirement) {
        this.code = code;
        this.requirement = requirement;
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }

    /** A requirement for two lifts and for what else is named, an inquiry for all of it to these firms and to others by name; its deadline has passed. */
    public static Opened closed(
            Actor buyer, Terms terms, List<String> firms, List<String> others, KeptLine.Content... more) {
        String requirement = Asking.requirement(buyer, more);
        var invitees = new ArrayList<Invitee>();
        firms.forEach(it -> invitees.add(Invitee.ofFirm(it, Set.of())));
        others.forEach(it -> invitees.add(Invitee.other(it, null, null, null)));
        List<Integer> lines = IntStream.rangeClosed(1, more.length + 1).boxed().toList();
        String code = bean(Inquiries.class)
                .draft(buyer, new Draft(UUID.randomUUID().toString(), terms, requirement, lines, invitees))
                .code();
        bean(Inquiries.class).publish(buyer, code);
        Asking.close(code);
        return new Opened(code, requirement);
    }

    /** Two lifts asked of F001 and F072, opened, quoted at 100 000 and 120 000 each. */
    public static Opened plain(Actor buyer, Terms terms) {
        return closed(buyer, terms, List.of("F001", "F072"), List.of())
                .quote("F001", List.of(Bids.of(1, "100000").in(30).saying("cc").madeIn("430211")))
                .quote("F072", List.of(Bids.of(1, "120000").in(20).saying("cc").madeIn("320500")))
                .open(buyer);
    }

    public String code() {
        return code;
    }

    public String requirement() {
        return requirement;
    }

    /** Id of the quotation of a firm, or of another supplier by name. */
    public long of(String who) {
        return Objects.requireNonNull(quotations.get(who));
    }

    /**
     * What somebody quoted for the lines in their order, as it stands after an opening.
     *
     * @param who code of a firm, or a name
     * @param bids null for a line that was not quoted
     */
    Opened quote(String who, List<Bids> bids) {
        QuarkusTransaction.requiringNew().run(() -> {
            Invitation invited = bean(Inquiries.class).invitations(code).stream()
                    .filter(it -> it.firm().orElse(it.name()).equals(who))
                    .findFirst()
                    .orElseThrow();
            long id = ((Number) sql("select nextval('quotation_id')").getSingleResult()).longValue();
            LocalDate until = bids.getFirst().until().equals(Bids.TODAY.minusDays(1))
                    ? LocalDate.now(bean(Clock.class)).minusDays(1)
                    : LocalDate.now(bean(Clock.class)).plusDays(60);
            sql("insert into quotation (id, inquiry_code, invitation_id, supplier, firm_code, submitted_at, valid_until, salt, receipt)"
                            + " values (?1, ?2, ?3, ?4, ?5, now(), ?6, 'salt', repeat('a', 64))")
                    .setParameter(1, id)
                    .setParameter(2, code)
                    .setParameter(3, invited.id())
                    .setParameter(4, invited.name())
                    .setParameter(5, invited.firm().orElse(null))
                    .setParameter(6, until)
                    .executeUpdate();
            for (int i = 0; i < bids.size(); i++) {
                line(id, i + 1, bids.get(i).offer().offered());
            }
            quotations.put(who, id);
        });
        return this;
    }

    private static void line(long quotation, int number, OfferedLine offered) {
        sql("insert into quotation_line (id, quotation_id, number, product, unit_price, tax_rate, breaks, minimum_order, lead_days,"
                        + " freight, production_region, replies) values (nextval('quotation_line_id'), ?1, ?2, ?3, ?4, 13,"
                        + " cast(?5 as jsonb), ?6, ?7, ?8, ?9, cast(?10 as jsonb))")
                .setParameter(1, quotation)
                .setParameter(2, number)
                .setParameter(3, offered.product())
                .setParameter(4, offered.unitPrice())
                .setParameter(
                        5,
                        offered.breaks().stream()
                                .map(it -> "{\"from\": %s, \"unitPrice\": %s}".formatted(it.from(), it.unitPrice()))
                                .collect(Collectors.joining(",", "[", "]")))
                .setParameter(6, offered.minimumOrder())
                .setParameter(7, offered.leadDays())
                .setParameter(8, offered.freight())
                .setParameter(9, offered.productionRegion())
                .setParameter(
                        10, offered.replies().stream().map(Opened::json).collect(Collectors.joining(",", "[", "]")))
                .executeUpdate();
    }

    private static String json(ClauseReply reply) {
        return "{\"clause\": %d, \"reply\": \"%s\"}"
                .formatted(reply.clause(), reply.reply().code());
    }

    /** Opens them, by whatever it takes. */
    public Opened open(Actor buyer) {
        QuarkusTransaction.requiringNew().run(() -> {
            Inquiries inquiries = bean(Inquiries.class);
            inquiries.markOpened(
                    inquiries.ownToChange(buyer, code), bean(Clock.class).instant());
        });
        return this;
    }

    /** A plan that gives the first line whole. */
    public Plan all(String who, @Nullable String reason) {
        return new Plan(List.of(
                new Plan.LinePlan(1, List.of(new Plan.Part(of(who), new BigDecimal("2"))), reason, null, null)));
    }

    /** Removes all of it, with the purchases of these buyers. */
    public static void clean() {
        Sweep.run(List.of(
                "delete from purchase_record where code in (select purchase_code from award union select"
                        + " purchase_code from line_outcome where purchase_code is not null)",
                "delete from purchase_record where channel in ('AWARD', 'HAND') and number ~ '^[QX]2'",
                "delete from line_outcome"));
        Asking.clean();
    }

    private static Query sql(String text) {
        return bean(EntityManager.class).createNativeQuery(text);
    }
}
