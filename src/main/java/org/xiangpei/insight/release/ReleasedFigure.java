package org.xiangpei.insight.release;

import org.jspecify.annotations.Nullable;

/**
 * One figure of a release.
 *
 * @param group the code of the city, pair of cities or chain; empty for the whole place
 * @param label what is measured, in the words of the day
 * @param value a share from 0 to 1 as a decimal number of six places; null for plain amounts, where there is nothing to divide, and where hidden
 * @param numerator as a decimal number: CNY or a count, as {@code unit} says; of a plain amount that amount
 * @param unit {@code CNY} or {@code count}
 * @param hidden whether so few records stand behind it, or behind what it could be subtracted from, that it is not told
 */
public record ReleasedFigure(
        ReleasePart part,
        String group,
        String groupLabel,
        String measure,
        String label,
        @Nullable String value,
        @Nullable String numerator,
        @Nullable String denominator,
        String unit,
        @Nullable String unknownShare,
        long records,
        boolean hidden) {}
