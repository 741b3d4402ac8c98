package org.xiangpei.requirement.web;

import java.util.List;

import org.xiangpei.shared.web.PageLinks;

/** The requirements of an organisation. */
public record RequirementListView(String total, List<Row> rows, PageLinks links) {

    /** @param lines how many are asked for */
    public record Row(
            String code,
            String title,
            String state,
            String tone,
            String lines,
            String audience,
            String neededBy,
            String saved) {}
}
