package org.xiangpei.notification;

import java.util.List;

import jakarta.persistence.EntityManager;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.hibernate.Session;

import org.xiangpei.fixtures.Offices;
import org.xiangpei.identity.Account;
import org.xiangpei.identity.Audience;
import org.xiangpei.identity.Notice;
import org.xiangpei.identity.NoticeKind;
import org.xiangpei.identity.Notices;

/** What tests of notices and mail do again and again. */
public final class Outbox {

    private static final String UNANSWERED = "state = 'WAITING' and fault like '%没有应答'";

    private Outbox() {}

    /** The background sender goes one round, and another for what the server, as it does now and then, did not answer in time. */
    public static void post() {
        PostRounds rounds = Arc.container().instance(PostRounds.class).get();
        rounds.go();
        if (!texts("select recipient from letter where " + UNANSWERED).isEmpty()) {
            sql("update letter set next_at = now() - interval '1 second' where " + UNANSWERED);
            rounds.go();
        }
    }

    /** Tells in a transaction of its own. */
    public static void tell(Audience to, NoticeKind kind, String title) {
        tell(to, new Notice(kind, "test", "1", title, "就是这样。", "/desk"));
    }

    public static void tell(Audience to, Notice notice) {
        QuarkusTransaction.requiringNew()
                .run(() -> Arc.container().instance(Notices.class).get().tell(to, notice));
    }

    /** A person whose address is confirmed. */
    public static Account withMail(Account account) {
        sql("update account set email = '" + address(account) + "', email_confirmed_at = now() where id = "
                + account.id());
        return account;
    }

    public static String address(Account account) {
        return account.login() + "@example.com";
    }

    public static String password() {
        return Offices.PASSWORD;
    }

    public static void sql(String statement) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities().createNativeQuery(statement).executeUpdate());
    }

    public static List<String> texts(String query) {
        return QuarkusTransaction.requiringNew().call(() -> entities()
                .unwrap(Session.class)
                .createNativeQuery(query, String.class)
                .getResultList());
    }

    private static EntityManager entities() {
        return Arc.container().instance(EntityManager.class).get();
    }
}
