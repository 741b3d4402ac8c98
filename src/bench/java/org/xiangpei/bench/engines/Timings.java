package org.xiangpei.bench.engines;

import java.time.Duration;
import java.util.Arrays;

/** How long questions took, and over which time they were asked. */
final class Timings {

    private long[] nanos = new long[1024];
    private int count;
    private long lasted;

    void took(long time) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = time;
    }

    void lasted(long time) {
        lasted += time;
    }

    Duration lasted() {
        return Duration.ofNanos(lasted);
    }

    void add(Timings other) {
        for (int i = 0; i < other.count; i++) {
            took(other.nanos[i]);
        }
        lasted += other.lasted;
    }

    int count() {
        return count;
    }

    double perSecond() {
        return lasted == 0 ? 0 : count * 1e9 / lasted;
    }

    /** @param percent of the questions that took at most so long */
    double millis(double percent) {
        if (count == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[Math.min(count - 1, (int) (percent / 100 * count))] / 1e6;
    }
}
