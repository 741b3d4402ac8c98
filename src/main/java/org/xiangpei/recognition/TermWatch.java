package org.xiangpei.recognition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;

import org.xiangpei.recognition.RecognitionChanged.What;

/**
 * Lets terms end: reminds who is awaited, and hands over to the joint session what was not answered. Any number of instances may watch;
 * each case is followed once, by whoever locks it first.
 */
@ApplicationScoped
class TermWatch {

    private final Cases cases;
    private final CaseTrail trail;
    private final Terms terms;
    private final Event<RecognitionChanged> changes;
    private final Clock clock;

    TermWatch(Cases cases, CaseTrail trail, Terms terms, Event<RecognitionChanged> changes, Clock clock) {
        this.cases = cases;
        this.trail = trail;
        this.terms = terms;
        this.changes = changes;
        this.clock = clock;
    }

    @Scheduled(
            every = "{xiangpei.recognition.watch}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void now() {
        follow(Moment.of(clock));
    }

    void follow(Moment now) {
        List<String> ending = QuarkusTransaction.requiringNew().call(() -> cases.listDue(remindedUntil(now)));
        ending.forEach(code -> followOne(code, now));
    }

    /** The last days whose reminder is due today: the walk back from a last day ends on a working day, so look a little further. */
    private LocalDate remindedUntil(Moment now) {
        return terms.calendar().after(now.day(), terms.reminder() + 1);
    }

    /** One that fails must not keep the others from being followed. */
    private void followOne(String code, Moment now) {
        try {
            QuarkusTransaction.requiringNew().run(() -> cases.findToFollow(code).ifPresent(of -> follow(of, now)));
        } catch (RuntimeException failure) {
            Log.errorf(failure, "The term of %s could not be followed; it is tried again", code);
        }
    }

    private void follow(RecognitionCase of, Moment now) {
        CaseState before = of.state();
        if (of.escalateWhenSilent(now.day(), now.at())) {
            trail.escalated(of, before);
            changes.fire(new RecognitionChanged(of.code(), What.ESCALATED, null));
        } else if (of.remind(now.day(), terms)) {
            of.awaited().forEach(city -> changes.fire(new RecognitionChanged(of.code(), What.REMINDED, city)));
        }
    }
}
