package org.xiangpei.search.lucene;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Lets as many compute at once as there are processors, first come, first served. More at once would make none of them faster and the
 * long ones, which are always overtaken, several times as long.
 */
final class Turns {

    private final Semaphore free = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    <T> T take(Supplier<T> work) {
        free.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            free.release();
        }
    }
}
