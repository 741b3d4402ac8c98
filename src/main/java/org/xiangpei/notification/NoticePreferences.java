package org.xiangpei.notification;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

import org.xiangpei.identity.Actor;
import org.xiangpei.identity.NoticeFrequency;
import org.xiangpei.identity.NoticeKind;
import org.xiangpei.shared.AuditTrail;
import org.xiangpei.shared.AuditTrail.Change;
import org.xiangpei.shared.AuditTrail.Subject;
import org.xiangpei.shared.Labels;

import static org.xiangpei.identity.NoticeFrequency.NEVER;

/** How soon each person wants to hear of each kind of event, in the page and by mail. */
@ApplicationScoped
public class NoticePreferences {

    private final Session session;
    private final AuditTrail trail;

    NoticePreferences(Session session, AuditTrail trail) {
        this.session = session;
        this.trail = trail;
    }

    /** What somebody wants of one kind. */
    public record Wish(NoticeFrequency page, NoticeFrequency mail) {

        static Wish byDefault(NoticeKind kind) {
            return new Wish(kind.page(), kind.mail());
        }

        private Wish allowed(NoticeKind kind) {
            return kind.isAlwaysShown() ? new Wish(kind.page(), mail) : this;
        }
    }

    /** Of every kind that can concern the person. */
    @Transactional
    public Map<NoticeKind, Wish> of(Actor actor) {
        Map<NoticeKind, Wish> chosen = chosen(accountOf(actor));
        Map<NoticeKind, Wish> all = new EnumMap<>(NoticeKind.class);
        for (NoticeKind kind : NoticeKind.values()) {
            if (kind.concerns(actor.roles())) {
                all.put(kind, chosen.getOrDefault(kind, Wish.byDefault(kind)));
            }
        }
        return all;
    }

    /** For what happens from now on; what waits to be mailed of a kind that is not wanted any more is not mailed. */
    @Transactional
    public void choose(Actor actor, Map<NoticeKind, Wish> wishes) {
        long account = accountOf(actor);
        Map<NoticeKind, Wish> before = of(actor);
        var was = new LinkedHashMap<String, Object>();
        var is = new LinkedHashMap<String, Object>();
        wishes.forEach((kind, asked) -> {
            Wish wish = asked.allowed(kind);
            Wish former = before.getOrDefault(kind, Wish.byDefault(kind));
            if (!wish.equals(former)) {
                keep(account, kind, wish);
                was.put(Labels.of(kind), text(former));
                is.put(Labels.of(kind), text(wish));
            }
        });
        if (!is.isEmpty()) {
            var subject = new Subject(
                    "account",
                    actor.login(),
                    actor.name(),
                    Optional.empty(),
                    Optional.ofNullable(actor.organization()));
            trail.record(Change.of("choose_notices", subject, was, is));
        }
    }

    /** No mail of these kinds any more. */
    @Transactional(Transactional.TxType.MANDATORY)
    void stopMail(long account, Collection<NoticeKind> kinds) {
        Map<NoticeKind, Wish> chosen = chosen(account);
        kinds.forEach(kind -> keep(
                account,
                kind,
                new Wish(chosen.getOrDefault(kind, Wish.byDefault(kind)).page(), NEVER)));
    }

    private static String text(Wish wish) {
        return Labels.of(wish.page()) + " / " + Labels.of(wish.mail());
    }

    private void keep(long account, NoticeKind kind, Wish wish) {
        session.createNativeMutationQuery("""
                        insert into notice_preference (account_id, kind, page, mail) values (:account, :kind, :page, :mail)
                        on conflict (account_id, kind) do update set page = excluded.page, mail = excluded.mail""")
                .setParameter("account", account)
                .setParameter("kind", kind.name())
                .setParameter("page", wish.page().name())
                .setParameter("mail", wish.mail().name())
                .executeUpdate();
        if (wish.mail() == NEVER) {
            session.createNativeMutationQuery(
                            "update notice set mail_at = null where account_id = :account and kind = :kind and letter_id is null")
                    .setParameter("account", account)
                    .setParameter("kind", kind.name())
                    .executeUpdate();
        }
    }

    private Map<NoticeKind, Wish> chosen(long account) {
        Map<NoticeKind, Wish> chosen = new EnumMap<>(NoticeKind.class);
        List<Object[]> rows = session.createNativeQuery(
                        "select kind, page, mail from notice_preference where account_id = :account and kind = any(:kinds)",
                        Object[].class)
                .setParameter("account", account)
                .setParameter("kinds", kinds())
                .getResultList();
        rows.forEach(row -> chosen.put(
                NoticeKind.valueOf((String) row[0]),
                new Wish(NoticeFrequency.valueOf((String) row[1]), NoticeFrequency.valueOf((String) row[2]))));
        return chosen;
    }

    /** A kind that this version does not know, because a later one ran before, is left alone. */
    private static String[] kinds() {
        return Arrays.stream(NoticeKind.values()).map(Enum::name).toArray(String[]::new);
    }

    private long accountOf(Actor actor) {
        return ((Number) session.createNativeQuery("select id from account where login = :login", Object.class)
                        .setParameter("login", actor.login())
                        .getSingleResult())
                .longValue();
    }
}
