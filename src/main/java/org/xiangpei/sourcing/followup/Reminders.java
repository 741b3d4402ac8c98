package org.xiangpei.sourcing.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

/** Of which deliveries a buyer was reminded. */
@ApplicationScoped
class Reminders {

    private static final int AT_ONCE = 500;

    /** Past its last day, nothing said of the whole of it, and nobody reminded. */
    private static final String UNTOLD = """
             from followed_award f
            where f.due_on < :today
                and not exists (select from follow_up_reminder told where told.award_id = f.id)
                and not exists (select from follow_up_in_effect s where s.award_id = f.id and s.extent in ('WHOLE', 'LACKING'))
            """;

    private final Session session;
    private final FollowedAwards awards;

    Reminders(Session session, FollowedAwards awards) {
        this.session = session;
        this.awards = awards;
    }

    /** The inquiries with something to remind of. */
    @Transactional
    List<String> due(LocalDate today) {
        return session.createNativeQuery("select distinct f.inquiry_code" + UNTOLD + " order by 1", String.class)
                .setParameter("today", today)
                .setMaxResults(AT_ONCE)
                .getResultList();
    }

    /** Notes that the buyer is told now; what another instance has noted meanwhile is left out. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<FollowedAward> take(String inquiry, LocalDate today, Instant now) {
        List<Long> taken = session
                .createNativeQuery("select f.id" + UNTOLD + " and f.inquiry_code = :inquiry order by 1", Long.class)
                .setParameter("today", today)
                .setParameter("inquiry", inquiry)
                .getResultList()
                .stream()
                .filter(id -> note(id, now))
                .toList();
        return awards.ofInquiry(inquiry).stream()
                .filter(it -> taken.contains(it.id()))
                .toList();
    }

    /** Of two instances at the same instant the second waits for the first, and learns that it was noted. */
    private boolean note(long award, Instant now) {
        return session.createNativeMutationQuery(
                                "insert into follow_up_reminder (award_id, reminded_at) values (:award, :now) on conflict do nothing")
                        .setParameter("award", award)
                        .setParameter("now", now)
                        .executeUpdate()
                > 0;
    }
}
