package org.xiangpei.matching;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Values that many products have in common (IP54, 380 V, a firm, its certificates) are kept once. Bounded: when it is full it begins anew,
 * which costs memory for what comes later, and nothing else.
 */
final class Shared {

    private static final int MOST = 100_000;

    private final ConcurrentHashMap<Object, Object> values = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Text, Object> read = new ConcurrentHashMap<>();

    private record Text(Class<?> as, String text) {}

    /** What a text means, read once: {@code GB/T 10058} stands on thousands of products. */
    <T> T read(Class<T> as, String text, Function<String, T> reader) {
        if (read.size() >= MOST) {
            read.clear();
        }
        return as.cast(read.computeIfAbsent(new Text(as, text), it -> reader.apply(it.text())));
    }

    /** An equal value that was seen before, or this one. */
    @SuppressWarnings("unchecked")
    <T> T one(T value) {
        if (values.size() >= MOST) {
            values.clear();
        }
        Object before = values.putIfAbsent(value, value);
        return before == null ? value : (T) before;
    }
}
