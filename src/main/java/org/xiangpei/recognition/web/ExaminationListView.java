package org.xiangpei.recognition.web;

import java.util.List;

import org.xiangpei.shared.web.PageLinks;

/**
 * What a bureau, or the operator, may read.
 *
 * @param answers whether the reader answers for a city
 * @param waiting what waits for that city
 * @param whose whether all, or only what the reader looks after
 * @param calendar where the working days of the terms are from
 */
record ExaminationListView(
        String scope,
        boolean answers,
        List<Row> waiting,
        List<Filter> whose,
        List<Filter> filters,
        String total,
        List<Row> rows,
        PageLinks links,
        List<String> calendar) {

    /**
     * @param kind what it is for; empty for a new product
     * @param tone of the badge
     * @param urgent whether the last day is near
     * @param handler who looks after it in the reader's bureau; empty for nobody
     */
    record Row(
            String code,
            String name,
            String kind,
            String firm,
            String home,
            String category,
            String state,
            String tone,
            String round,
            String awaited,
            String due,
            boolean urgent,
            String handler) {}

    record Filter(String label, String href, boolean current) {}
}
