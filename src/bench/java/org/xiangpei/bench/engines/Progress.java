package org.xiangpei.bench.engines;

import java.time.Duration;

/** Says what a long run is doing, and how long it has been running: a million products take half an hour. */
final class Progress {

    private static final long BEGAN = System.nanoTime();

    private Progress() {}

    interface Work<T> {
        T run() throws Exception;
    }

    static void say(String what) {
        Duration since = Duration.ofNanos(System.nanoTime() - BEGAN);
        System.out.printf("[%d:%02d] %s%n", since.toMinutes(), since.toSecondsPart(), what);
    }

    /** Says when it begins, and how long it took. */
    static <T> T of(String what, Work<T> work) throws Exception {
        say(what + " …");
        long began = System.nanoTime();
        T done = work.run();
        say("%s: %.1f s".formatted(what, (System.nanoTime() - began) / 1e9));
        return done;
    }
}
