package org.xiangpei.matching.answer;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;

import org.xiangpei.shared.Rounds;

/** Every few seconds: what was changed is looked through, and what is due is matched. Any number of instances share the work. */
@ApplicationScoped
public class AnswerRounds {

    private final AnswerFollowing following;
    private final AnswerMatching matching;

    AnswerRounds(AnswerFollowing following, AnswerMatching matching) {
        this.following = following;
        this.matching = matching;
    }

    /** What goes wrong in one round is tried again in the next. */
    @Scheduled(
            identity = "answers",
            every = "{xiangpei.answers.interval}",
            delayed = "12s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void round() {
        try {
            go();
        } catch (RuntimeException e) {
            Log.warnf(e, "Lines could not be matched in the background, and are again");
        }
    }

    /** Until nothing is due. */
    public void go() {
        following.catalogue();
        Rounds.untilDone(matching::look);
        Rounds.untilDone(matching::matchSome);
    }
}
