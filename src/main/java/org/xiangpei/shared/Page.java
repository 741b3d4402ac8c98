package org.xiangpei.shared;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param page counted from 1
 * @param size most items on a page
 * @param total items on all pages
 */
public record Page<T>(int page, int size, long total, List<T> items) {

    public <R> Page<R> map(Function<? super T, ? extends R> change) {
        return new Page<>(page, size, total, items.stream().<R>map(change).toList());
    }

    public int pages() {
        return (int) ((total + size - 1) / size);
    }
}
