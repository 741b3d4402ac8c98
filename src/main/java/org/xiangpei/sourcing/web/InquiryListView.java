package org.xiangpei.sourcing.web;

import java.util.List;

import org.xiangpei.shared.web.PageLinks;

/** The own organisation's inquiries. */
public record InquiryListView(String total, List<Row> rows, PageLinks links) {

    public record Row(
            String code,
            String title,
            String phase,
            String tone,
            String requirement,
            int lines,
            int invited,
            String deadline,
            String left) {}
}
