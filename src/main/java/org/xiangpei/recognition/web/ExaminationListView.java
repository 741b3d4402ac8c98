package org.xiangpei.recognition.web;

import java.util.List;

import org.xiangpei.shared.web.PageLinks;

/**
 * What a bureau, or the operator, may read.
 *
 * @param answers whether the reader answers for a city
 * @param waiting what waits for that city
 */
record ExaminationListView(
        String scope,
        boolean answers,
        List<Row> waiting,
        List<Filter> filters,
        String total,
        List<Row> rows,
        PageLinks links) {

    /**
     * @param kind what it is for; empty for a new product
     * @param tone of the badge
     * @param urgent whether the last day is near
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
            boolean urgent) {}

    record Filter(String label, String href, boolean current) {}
}
