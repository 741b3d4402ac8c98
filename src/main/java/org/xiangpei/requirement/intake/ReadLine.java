package org.xiangpei.requirement.intake;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One item that the text asks for.
 *
 * @param ref its number in the text, from 1
 * @param quantity null where none is said
 * @param unit of the quantity, as written
 * @param category code of the catalogue's category that the name means; null when there is none
 * @param source the words that name the item and its quantity
 */
public record ReadLine(
        String ref,
        String name,
        @Nullable BigDecimal quantity,
        @Nullable String unit,
        @Nullable String category,
        List<ReadCriterion> criteria,
        List<NotUnderstood> unparsed,
        Source source) {}
