package org.xiangpei.catalog.load;

import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * How the rows of one table become entities.
 *
 * @param <K> what the same thing has in common in two uploads
 * @param <D> everything else about it
 */
record Stored<K, D extends Record, E>(
        Class<E> type,
        Function<E, K> key,
        Function<E, D> details,
        BiFunction<K, D, E> create,
        BiConsumer<E, D> amend) {}
