package org.xiangpei.insight.map;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A firm of a place with what it has in the catalogue on the day.
 *
 * @param park name of its park
 */
public record ListedFirm(
        String code, String name, @Nullable String park, boolean sample, List<ListedProduct> products) {

    public record ListedProduct(String code, String name, String category) {}
}
