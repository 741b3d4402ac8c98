package org.xiangpei.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Forgets what attempts to sign in leave behind: ended sessions, old failures. Done at such attempts, as nothing else adds to it; so the
 * tables stay as small as what is in use, without a timer.
 */
@ApplicationScoped
class Tidying {

    private static final Duration PAUSE = Duration.ofHours(1);

    private final Sessions sessions;
    private final Throttle throttle;
    private final Clock clock;
    private final AtomicReference<Instant> next = new AtomicReference<>(Instant.MIN);

    Tidying(Sessions sessions, Throttle throttle, Clock clock) {
        this.sessions = sessions;
        this.throttle = throttle;
        this.clock = clock;
    }

    /** At most once an hour, by one of those who come. */
    void now() {
        Instant now = clock.instant();
        Instant planned = next.get();
        if (!now.isBefore(planned) && next.compareAndSet(planned, now.plus(PAUSE))) {
            sessions.forgetEnded();
            throttle.forgetOld();
        }
    }
}
