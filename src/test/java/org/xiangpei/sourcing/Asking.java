package org.xiangpei.sourcing;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.persistence.EntityManager;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;

import org.xiangpei.fixtures.Sweep;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Organization;
import org.xiangpei.identity.OrganizationKind;
import org.xiangpei.identity.Organizations;
import org.xiangpei.identity.Provisioning;
import org.xiangpei.identity.Role;
import org.xiangpei.requirement.Buying;
import org.xiangpei.requirement.KeptLine;
import org.xiangpei.requirement.Publication;
import org.xiangpei.requirement.Requirements;
import org.xiangpei.shared.City;

/** Inquiries of a test's own, the suppliers who answer them, and their removal. */
public final class Asking {

    private static final Duration A_WEEK = Duration.ofDays(7);

    private Asking() {}

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }

    public static Instant now() {
        // To the microsecond, as the database keeps it.
        return Instant.ofEpochMilli(bean(Clock.class).instant().toEpochMilli());
    }

    /** A week for quotations, five days for questions; one opens, nobody approves, the lowest price wins. */
    public static Terms terms() {
        return terms(1, false);
    }

    public static Terms terms(int openers, boolean secondApproval) {
        Instant now = now();
        return new Terms(
                "电梯更新询价",
                "请含安装调试。",
                "430100",
                null,
                now.plus(Duration.ofDays(5)),
                now.plus(A_WEEK),
                openers,
                secondApproval,
                Weights.PRICE_ALONE,
                60);
    }

    /** A published requirement for two lifts, and as many other lines as there are contents. */
    public static String requirement(Actor buyer, KeptLine.Content... more) {
        Requirements requirements = bean(Requirements.class);
        List<KeptLine.Content> lines = Stream.concat(
                        Stream.of(Buying.lift("load_capacity at_least 1000 kg; ?delivers_within 60")), Stream.of(more))
                .toList();
        String code = requirements.draft(buyer, "电梯更新", lines).code();
        requirements.publish(buyer, code, Publication.toAll(true));
        return code;
    }

    /** A draft for the first line of a requirement of its own, with firms of the catalogue. */
    public static String draft(Actor buyer, String... firms) {
        return draft(buyer, terms(), firms);
    }

    public static String draft(Actor buyer, Terms terms, String... firms) {
        List<Invitee> invitees =
                Stream.of(firms).map(it -> Invitee.ofFirm(it, Set.of())).toList();
        return bean(Inquiries.class)
                .draft(buyer, new Draft(form(), terms, requirement(buyer), List.of(1), invitees))
                .code();
    }

    /** An inquiry for which quotations are asked for. */
    public static String open(Actor buyer, String... firms) {
        String code = draft(buyer, firms);
        bean(Inquiries.class).publish(buyer, code);
        return code;
    }

    static String form() {
        return UUID.randomUUID().toString();
    }

    /** The deadline passes. */
    public static void close(String code) {
        Timestamp past = Timestamp.from(now().minusSeconds(1));
        QuarkusTransaction.requiringNew().run(() -> bean(EntityManager.class)
                .createNativeQuery("update inquiry set deadline = ?1, questions_until = ?1 where code = ?2")
                .setParameter(1, past)
                .setParameter(2, code)
                .executeUpdate());
    }

    /** Somebody who sells for a firm of the catalogue; its organisation is opened where there is none. */
    public static Actor supplier(String firm) {
        Organization organization = QuarkusTransaction.requiringNew()
                .call(() -> bean(Organizations.class).findByFirm(firm).orElseGet(() -> open(firm)));
        return Actor.member(
                "x-supplier-" + firm.toLowerCase(Locale.ROOT),
                "测试销售员" + firm,
                organization.code(),
                organization.name(),
                organization.city(),
                Set.of(Role.SUPPLIER));
    }

    private static Organization open(String firm) {
        return bean(Provisioning.class)
                .open(new Organization.Details(
                        OrganizationKind.FIRM, "询价测试企业 " + firm, null, City.CHANGSHA, firm, false));
    }

    /** Somebody who buys for a public buyer in which nobody else is. */
    public static Actor publicBuyer() {
        Organization organization = bean(Provisioning.class)
                .open(new Organization.Details(
                        OrganizationKind.PUBLIC_BUYER, "询价测试采购中心 " + form(), null, City.ZHUZHOU, null, false));
        return Actor.member(
                "x-officer-" + organization.code(),
                "测试采购员",
                organization.code(),
                organization.name(),
                Optional.of(City.ZHUZHOU),
                Set.of(Role.BUYER));
    }

    /** Removes inquiries with everything that hangs on them, also facts, and the requirements. */
    public static void clean() {
        Sweep.all("inquiry");
        Sweep.run(List.of(
                "delete from notice where target_type = 'inquiry'",
                "delete from sign_in_failure where subject like 'passphrase %'"));
        Buying.clean();
    }
}
