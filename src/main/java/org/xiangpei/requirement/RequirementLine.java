package org.xiangpei.requirement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One item that a buyer needs (需求行).
 *
 * @param ref the buyer's own reference, unique in its request
 * @param category code of a category; where it is named only products of it are candidates
 * @param deliverTo GB/T 2260 code of the place of delivery
 * @param neededBy the day a certificate must still be valid on
 */
public record RequirementLine(
        String ref,
        String name,
        @Nullable String description,
        @Nullable String category,
        @Nullable BigDecimal quantity,
        @Nullable String unit,
        @Nullable String deliverTo,
        @Nullable LocalDate neededBy,
        List<Criterion> criteria) {}
