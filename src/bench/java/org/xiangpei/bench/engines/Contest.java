package org.xiangpei.bench.engines;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.xiangpei.search.relevance.Evaluation;
import org.xiangpei.search.relevance.JudgedQuery;
import org.xiangpei.search.relevance.Outcome;
import org.xiangpei.search.relevance.RelevanceSet;

/** Asks all engines the same questions, in turn and not one after the other: what the machine does meanwhile meets all of them. */
final class Contest {

    private static final int SEED = 20261122;
    private static final int CLIENTS = 8;

    /**
     * @param busy asked by eight clients
     * @param alone asked by one
     * @param suggested by eight, and by one; without any where the engine is not asked for suggestions
     */
    record Times(Timings busy, Timings alone, Timings suggested, Timings suggestedAlone) {
        Times() {
            this(new Timings(), new Timings(), new Timings(), new Timings());
        }
    }

    /**
     * @param warmUp questions before anything is measured: Java compiles what is asked for often
     * @param longest time for that
     * @param turn time of each turn of an engine; a question that was asked is answered, however long that takes
     * @param most time for all rounds of one engine: who needs seconds for a question has no more rounds then
     */
    record Plan(int rounds, int warmUp, Duration longest, Duration turn, Duration most) {}

    interface AfterRound {
        void look(Map<Engine, Times> soFar) throws Exception;
    }

    private final List<Engine> engines;
    private final List<JudgedQuery> judged = RelevanceSet.TUNING.read();
    private final List<String> questions;
    private final List<String> beginnings;

    Contest(List<Engine> engines) {
        this.engines = engines;
        this.questions = new ArrayList<>(judged.stream().map(JudgedQuery::query).toList());
        Collections.shuffle(questions, new Random(SEED));
        this.beginnings = questions.stream().flatMap(Contest::beginnings).toList();
    }

    /** What stands in the field while a question is typed. */
    private static Stream<String> beginnings(String question) {
        return IntStream.rangeClosed(1, Math.min(4, question.length()))
                .mapToObj(length -> question.substring(0, length));
    }

    /** @param after is shown what was measured so far */
    Map<Engine, Times> run(Plan plan, AfterRound after) throws Exception {
        var times = new LinkedHashMap<Engine, Times>();
        for (Engine engine : engines) {
            times.put(engine, new Times());
            Progress.of("Warming up " + engine.name(), () -> warmUp(engine, plan));
        }
        for (int round = 1; round <= plan.rounds(); round++) {
            for (Engine engine : engines) {
                Times its = Objects.requireNonNull(times.get(engine));
                if (its.busy().lasted().plus(its.alone().lasted()).compareTo(plan.most()) < 0) {
                    turn(engine, its, round, plan.turn());
                    Progress.say("Round %d of %d, %s: %.0f searches a second so far"
                            .formatted(
                                    round,
                                    plan.rounds(),
                                    engine.name(),
                                    its.busy().perSecond()));
                }
            }
            after.look(times);
        }
        return times;
    }

    /** How many questions that were. */
    private int warmUp(Engine engine, Plan plan) throws InterruptedException {
        long end = System.nanoTime() + (engine.isJava() ? plan.longest() : plan.turn()).toNanos();
        var times = new Times();
        for (int turn = 0; times.busy().count() < plan.warmUp() && System.nanoTime() < end; turn++) {
            turn(engine, times, turn, plan.turn());
        }
        return times.busy().count();
    }

    private void turn(Engine engine, Times times, int round, Duration time) throws InterruptedException {
        times.busy().add(Clients.ask(engine::search, questions, CLIENTS, round, time));
        times.alone().add(Clients.ask(engine::search, questions, 1, round, time.dividedBy(3)));
        Engine.Suggester suggester = engine.suggester().orElse(null);
        if (suggester != null) {
            times.suggested().add(Clients.ask(suggester::suggest, beginnings, CLIENTS, round, time.dividedBy(3)));
            times.suggestedAlone().add(Clients.ask(suggester::suggest, beginnings, 1, round, time.dividedBy(3)));
        }
    }

    /** How well an engine answers the judged queries that tuning may look at. */
    Evaluation quality(Engine engine) throws IOException, SQLException {
        var outcomes = new ArrayList<Outcome>();
        for (JudgedQuery query : judged) {
            outcomes.add(new Outcome(query, engine.search(query.query()).get()));
        }
        return new Evaluation(outcomes);
    }
}
