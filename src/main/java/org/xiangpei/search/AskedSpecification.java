package org.xiangpei.search;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * What a question asks of a property: numbers between two ends, or an option.
 *
 * @param low null for no lower end; both ends equal for a single number
 * @param unit of the numbers; null for an option
 * @param option as the catalogue writes it; null for numbers
 */
public record AskedSpecification(
        IndexedProperty property,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        @Nullable String unit,
        @Nullable String option) {}
