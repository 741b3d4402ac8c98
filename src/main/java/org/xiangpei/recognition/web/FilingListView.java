package org.xiangpei.recognition.web;

import java.util.List;

import org.xiangpei.shared.web.PageLinks;

/** The filings of a firm. */
record FilingListView(String total, List<Row> rows, PageLinks links) {

    /**
     * @param tone of the badge
     * @param awaited who has to act now
     */
    record Row(
            String code,
            String name,
            String category,
            String state,
            String tone,
            String round,
            String awaited,
            String saved,
            String href) {}
}
