package org.xiangpei.insight.report.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.web.Option;

/**
 * The reports that were made, and the forms for another one, with what was typed in them.
 *
 * @param ownCity the reader's, as a word
 * @param schedule what the reader's bureau has switched on; null where it has not
 */
public record ReportsView(
        @Nullable String refused,
        List<Row> rows,
        List<Option> places,
        String month,
        String asOf,
        String today,
        List<Option> sessions,
        String ownCity,
        @Nullable Schedule schedule) {

    public record Row(String code, String kind, String title, String asOf, String made, String hash) {}

    public record Schedule(String day, boolean region, boolean city, String next, String by) {}
}
