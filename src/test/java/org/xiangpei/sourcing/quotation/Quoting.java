package org.xiangpei.sourcing.quotation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.persistence.EntityManager;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;

import org.xiangpei.fixtures.Offices;
import org.xiangpei.identity.Account;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Organization;
import org.xiangpei.identity.Role;
import org.xiangpei.shared.City;
import org.xiangpei.sourcing.Asking;
import org.xiangpei.sourcing.Respondent;
import org.xiangpei.sourcing.Respondents;
import org.xiangpei.sourcing.quotation.LineText.ReplyText;

/** Suppliers who quote, and officers who open, in the way of people. */
public final class Quoting {

    private Quoting() {}

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }

    /** Long enough for every inquiry of {@link Asking}. */
    public static String validUntil() {
        return LocalDate.now(bean(Clock.class)).plusDays(120).toString();
    }

    /** Somebody of an invited firm. */
    public static Respondent respondent(String firm, String inquiry) {
        return bean(Respondents.class).of(Asking.supplier(firm), inquiry);
    }

    /** A line that is complete, with both clauses of the lift of {@link Asking} confirmed. */
    public static LineText line(String price) {
        var confirmed = new ReplyText(Reply.CONFIRMED.code(), "", "");
        return new LineText(
                "", price, "13", List.of(), "", "45", "1500", "430100", "60", List.of(confirmed, confirmed), "含安装");
    }

    /** A whole draft that can be sent in. */
    public static void draft(Respondent by, String price, String note) {
        bean(OwnQuotations.class).rewrite(by, new HeadText(validUntil(), note), Map.of(1, line(price)));
    }

    /** Drafts and sends in. */
    public static Submission submit(Respondent by, String price) {
        draft(by, price, "说明 " + price);
        return bean(OwnQuotations.class).submit(by);
    }

    /** The deadline passes, and an officer opens an inquiry that takes one. */
    public static void open(Actor officer, String inquiry) {
        Asking.close(inquiry);
        bean(Openings.class).confirm(officer, inquiry);
    }

    /** Quotations of firms at these prices, opened. */
    public static String opened(Actor officer, Map<String, String> prices) {
        String code = Asking.open(officer, prices.keySet().toArray(String[]::new));
        prices.forEach((firm, price) -> submit(respondent(firm, code), price));
        open(officer, code);
        return code;
    }

    /** Somebody of the demonstration. */
    public static Actor signedIn(String login, Role... roles) {
        Object[] office = QuarkusTransaction.requiringNew().call(() -> (Object[]) bean(EntityManager.class)
                .createNativeQuery(
                        "select o.code, o.name from account a join membership m on m.account_id = a.id and m.until is null "
                                + "join organization o on o.code = m.organization_code where a.login = ?1")
                .setParameter(1, login)
                .getSingleResult());
        return Actor.member(
                login, "示例 " + login, (String) office[0], (String) office[1], Optional.of(City.ZHUZHOU), Set.of(roles));
    }

    /** Somebody who buys for an organisation and can sign in with {@link Offices#PASSWORD}. */
    public static Actor officer(Organization of) {
        Account account = Offices.person(of, Role.BUYER);
        return Actor.member(
                account.login(), account.name(), of.code(), of.name(), Optional.of(City.CHANGSHA), Set.of(Role.BUYER));
    }
}
