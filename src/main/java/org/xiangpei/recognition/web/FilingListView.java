package org.xiangpei.recognition.web;

import java.util.List;

import org.xiangpei.shared.web.PageLinks;

/** The filings of a firm. */
record FilingListView(String total, List<Row> rows, PageLinks links) {

    /**
     * @param kind what it is for; empty for a new product
     * @param tone of the badge
     * @param awaited who has to act now
     */
    record Row(
            String code,
            String name,
            String kind,
            String category,
            String state,
            String tone,
            String round,
            String awaited,
            String saved,
            String href) {}
}
