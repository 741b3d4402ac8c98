package org.xiangpei.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;

/** Every few seconds: writes the letters that are due and sends what waits. Costs two small queries when there is nothing to do. */
@ApplicationScoped
class PostRounds {

    private static final int LETTERS_A_ROUND = 500;
    private static final Duration TIDIED = Duration.ofHours(6);

    private final PostOffice office;
    private final NoticeMail notices;
    private final OutgoingLetters letters;
    private final Post post;
    private final MailConfig config;
    private final Clock clock;
    private Instant tidied = Instant.EPOCH;

    PostRounds(
            PostOffice office, NoticeMail notices, OutgoingLetters letters, Post post, MailConfig config, Clock clock) {
        this.office = office;
        this.notices = notices;
        this.letters = letters;
        this.post = post;
        this.config = config;
        this.clock = clock;
    }

    /** What goes wrong in one round is tried again in the next. */
    @Scheduled(
            identity = "post",
            every = "{xiangpei.mail.interval}",
            delayed = "15s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void round() {
        try {
            tidy();
            if (office.isOpen()) {
                go();
            }
        } catch (RuntimeException e) {
            Log.warnf("The post could not go and tries again: %s", e.getMessage());
        }
    }

    void go() {
        notices.due().forEach(notices::write);
        int sent = 0;
        while (sent < LETTERS_A_ROUND && post.sendNext()) {
            sent++;
        }
    }

    private void tidy() {
        Instant now = clock.instant();
        if (tidied.plus(TIDIED).isBefore(now)) {
            letters.forget(config.keep());
            tidied = now;
        }
    }
}
