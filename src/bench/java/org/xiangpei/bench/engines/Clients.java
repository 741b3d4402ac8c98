package org.xiangpei.bench.engines;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Some clients who ask one after the other for a while, each beginning at another place of the same list. */
final class Clients {

    interface Question {
        void ask(String text) throws Exception;
    }

    private Clients() {}

    /**
     * @param turn how often it was asked before: the list goes on where it ended
     * @throws IllegalStateException when a question fails
     */
    static Timings ask(Question question, List<String> texts, int clients, int turn, Duration time)
            throws InterruptedException {
        long began = System.nanoTime();
        long end = began + time.toNanos();
        var all = new Timings();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var results = new ArrayList<Future<Timings>>();
            for (int client = 0; client < clients; client++) {
                int from = texts.size() * client / clients + turn * 97;
                results.add(threads.submit(() -> askUntil(end, question, texts, from)));
            }
            for (Future<Timings> result : results) {
                all.add(result.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        all.lasted(System.nanoTime() - began);
        return all;
    }

    private static Timings askUntil(long end, Question question, List<String> texts, int from) throws Exception {
        var timings = new Timings();
        int next = from;
        for (long begin = System.nanoTime(); begin < end; begin = System.nanoTime()) {
            question.ask(texts.get(next++ % texts.size()));
            timings.took(System.nanoTime() - begin);
        }
        return timings;
    }
}
