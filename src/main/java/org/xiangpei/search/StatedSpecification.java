package org.xiangpei.search;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * What a product states of one property, as in the catalogue.
 *
 * @param min null where this end is not stated
 * @param unit of the numbers
 * @param value of an enum, a text or a flag
 */
public record StatedSpecification(
        String property,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable String unit,
        @Nullable String value) {}
