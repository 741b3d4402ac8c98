package org.xiangpei.recognition.figures.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.web.PageLinks;

/**
 * The filings behind a figure.
 *
 * @param unreadable what is said of those that the reader may not open; null when there are none
 * @param back the page of the figures with the same period
 */
record FigureRowsView(
        String title,
        String period,
        String total,
        boolean answers,
        boolean returns,
        List<Row> rows,
        PageLinks links,
        @Nullable String unreadable,
        String back) {

    record Row(
            String code,
            String name,
            String kind,
            String round,
            String home,
            String city,
            String state,
            String tone,
            String since,
            String until,
            String days,
            String reasons) {}
}
