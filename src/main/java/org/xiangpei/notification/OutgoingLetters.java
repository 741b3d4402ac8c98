package org.xiangpei.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Letter;
import org.xiangpei.identity.Letters;
import org.xiangpei.identity.MailAddress;
import org.xiangpei.identity.NoticeKind;
import org.xiangpei.identity.Secrets;

/** Letters in the database, written by the transaction that has them sent. */
@ApplicationScoped
public class OutgoingLetters implements PanacheRepository<OutgoingLetter>, Letters {

    private final PostOffice office;
    private final Refusals refusals;
    private final SealedContent sealed;
    private final Clock clock;

    OutgoingLetters(PostOffice office, Refusals refusals, SealedContent sealed, Clock clock) {
        this.office = office;
        this.refusals = refusals;
        this.sealed = sealed;
        this.clock = clock;
    }

    @Override
    public boolean canSend() {
        return office.isOpen();
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public boolean send(Letter letter) {
        if (!canSend() || !MailAddress.isValid(letter.to()) || refusals.refuses(letter.to())) {
            return false;
        }
        var link = new LetterContent.Link(letter.label(), letter.path());
        add(
                null,
                letter.to(),
                letter.subject(),
                List.of(),
                new LetterContent(letter.paragraphs(), List.of(), 0, link),
                letter.goodUntil());
        return true;
    }

    OutgoingLetter add(
            @Nullable Long account,
            String recipient,
            String subject,
            Collection<NoticeKind> kinds,
            LetterContent content,
            Instant goodUntil) {
        var letter = new OutgoingLetter(
                account,
                recipient,
                Subjects.oneLine(subject),
                kinds,
                sealed.keep(content, recipient),
                clock.instant(),
                goodUntil);
        persist(letter);
        return letter;
    }

    /** The next one whose time has come, which no other instance takes meanwhile. */
    Optional<OutgoingLetter> lockNext() {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        select * from letter where state = 'WAITING' and next_at <= :now order by next_at, id
                        for update skip locked limit 1""", OutgoingLetter.class)
                .setParameter("now", clock.instant())
                .getResultStream()
                .findFirst();
    }

    Optional<OutgoingLetter> findByOptOut(String token) {
        return find("optOutHash", Secrets.hash(token)).firstResultOptional();
    }

    /** The last letters to the person, the newest first. */
    @Transactional
    public List<OutgoingLetter> lastTo(Actor actor, int most) {
        return find("accountId = (select a.id from Account a where a.login = ?1) order by id desc", actor.login())
                .page(0, most)
                .list();
    }

    /** What could not be delivered after that time, or was tried in vain and waits, the newest first. */
    @Transactional
    public List<OutgoingLetter> troubled(Duration age, int most) {
        return find(
                        "(state = ?1 and doneAt > ?2) or (state = ?3 and attempts > 0) order by id desc",
                        LetterState.FAILED,
                        clock.instant().minus(age),
                        LetterState.WAITING)
                .page(0, most)
                .list();
    }

    @Transactional
    void forget(Duration age) {
        delete(
                "state <> ?1 and doneAt < ?2",
                LetterState.WAITING,
                clock.instant().minus(age));
        getEntityManager()
                .createNativeQuery("delete from notice where read_at < :before")
                .setParameter("before", clock.instant().minus(age))
                .executeUpdate();
    }
}
