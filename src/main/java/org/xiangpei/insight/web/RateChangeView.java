package org.xiangpei.insight.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Why the rate changed.
 *
 * @param narrowed what is looked at, in words; null for the whole region
 * @param rate address of the rate page for the same question
 */
record RateChangeView(
        RateView.Filters filters,
        String before,
        String after,
        String period,
        @Nullable String narrowed,
        @Nullable String sampleNote,
        List<Change> numbers,
        String json,
        String rate) {

    /**
     * One of the numbers.
     *
     * @param direction {@code up}, {@code down}, or empty
     */
    record Change(
            String label,
            String formula,
            String before,
            String after,
            String difference,
            String direction,
            List<Part> parts) {}

    record Part(String cause, String records, String numerator, String denominator, String points, String direction) {}
}
