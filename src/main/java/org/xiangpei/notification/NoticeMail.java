package org.xiangpei.notification;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.NoticeKind;
import org.xiangpei.shared.Labels;

/** Puts the notices of a person that are due to be mailed into one letter, so that a hundred events of one moment are one mail. */
@ApplicationScoped
class NoticeMail {

    /** In one letter; the page shows the rest. */
    private static final int SHOWN = 50;

    private static final int AT_A_TIME = 2000;

    /** What is older than that was news once. */
    private static final Duration GOOD = Duration.ofDays(3);

    private final Session session;
    private final OutgoingLetters letters;
    private final Refusals refusals;
    private final Clock clock;

    NoticeMail(Session session, OutgoingLetters letters, Refusals refusals, Clock clock) {
        this.session = session;
        this.letters = letters;
        this.refusals = refusals;
        this.clock = clock;
    }

    /** The accounts that something is due to. */
    @Transactional
    List<Long> due() {
        return session.createNativeQuery("""
                        select distinct account_id from notice where letter_id is null and mail_at <= :now order by account_id limit 500""", Long.class).setParameter("now", clock.instant()).getResultList().stream()
                .toList();
    }

    /** One letter with all that is due to the account, unless another instance is writing it. */
    @Transactional(TxType.REQUIRES_NEW)
    void write(long account) {
        List<ReceivedNotice> notices = lock(account);
        if (notices.isEmpty()) {
            return;
        }
        Optional<String> address = address(account).filter(it -> !refusals.refuses(it));
        if (address.isEmpty()) {
            mark(notices, "mail_at = null", null);
            return;
        }
        Set<NoticeKind> kinds = EnumSet.noneOf(NoticeKind.class);
        notices.forEach(it -> kinds.add(it.kind()));
        OutgoingLetter letter = letters.add(
                account,
                address.get(),
                subject(notices),
                kinds,
                content(notices),
                clock.instant().plus(GOOD));
        mark(notices, "letter_id = :letter", letter.id());
    }

    private List<ReceivedNotice> lock(long account) {
        return session
                .createNativeQuery("""
                        select * from notice where account_id = :account and letter_id is null and mail_at <= :now
                        order by id for update skip locked limit :most""", ReceivedNotice.class)
                .setParameter("account", account)
                .setParameter("now", clock.instant())
                .setParameter("most", AT_A_TIME)
                .getResultList()
                .stream()
                .toList();
    }

    private Optional<String> address(long account) {
        return session.createNativeQuery(
                        "select email from account where id = :account and active and email_confirmed_at is not null",
                        String.class)
                .setParameter("account", account)
                .getResultStream()
                .findFirst();
    }

    private void mark(List<ReceivedNotice> notices, String how, @Nullable Long letter) {
        var update = session.createNativeMutationQuery("update notice set " + how + " where id = any(:ids)")
                .setParameter("ids", notices.stream().map(ReceivedNotice::id).toArray(Long[]::new));
        if (letter != null) {
            update.setParameter("letter", letter);
        }
        update.executeUpdate();
    }

    private static String subject(List<ReceivedNotice> notices) {
        String first = notices.getFirst().title();
        return notices.size() == 1 ? first : first + " 等 " + notices.size() + " 条通知";
    }

    private static LetterContent content(List<ReceivedNotice> notices) {
        List<LetterContent.Item> items = notices.stream()
                .limit(SHOWN)
                .map(it -> new LetterContent.Item(Labels.of(it.kind()), it.title(), it.text(), it.path()))
                .toList();
        return new LetterContent(
                List.of(),
                items,
                notices.size() - items.size(),
                notices.size() > 1 ? new LetterContent.Link("查看全部通知", "/notifications") : null);
    }
}
