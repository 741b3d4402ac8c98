package org.xiangpei.recognition;

import java.time.Clock;
import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

/** Of what that ends people were told. */
@ApplicationScoped
class Told {

    /** What ends. */
    enum Subject {
        PRODUCT,
        CERTIFICATE
    }

    /** The stage of what has ended. */
    static final String ENDED = "ENDED";

    private final Session session;
    private final Clock clock;

    Told(Session session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /**
     * Notes that it is told now.
     *
     * @param until the last day: another one is told anew
     * @return whether it was not told before; of two instances at the same instant the second waits for the first, and learns that it was
     */
    boolean first(Subject subject, String code, LocalDate until, String stage) {
        return session.createNativeMutationQuery("""
                        insert into recognition_told (subject, code, until_day, stage, told_at)
                        values (:subject, :code, :until, :stage, :now) on conflict do nothing""")
                        .setParameter("subject", subject.name())
                        .setParameter("code", code)
                        .setParameter("until", until)
                        .setParameter("stage", stage)
                        .setParameter("now", clock.instant())
                        .executeUpdate()
                > 0;
    }
}
