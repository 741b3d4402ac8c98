package org.xiangpei.matching.outlook;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import org.xiangpei.matching.Answered;
import org.xiangpei.matching.answer.Place;

/**
 * An open line that a product would meet but for a little.
 *
 * @param line of a fact that no kept requirement stands behind its code and 0
 * @param buyer code of the organisation that asks; never shown
 * @param budget CNY, of the line; never shown by itself
 * @param category of the product
 */
public record Near(
        Place line,
        String lineName,
        String buyer,
        @Nullable BigDecimal budget,
        String category,
        String categoryName,
        Answered.Missed missed)
        implements Disclosure.Budgeted {}
