package org.xiangpei.requirement.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.tabular.RowError;
import org.xiangpei.shared.web.PageLinks;

/**
 * The page where bills are uploaded, with the earlier ones.
 *
 * @param wrong why the file was not taken; null for a page that was just opened
 * @param faults where in the file
 */
record BillListView(@Nullable String wrong, List<RowError> faults, List<Row> rows, String total, PageLinks links) {

    record Row(
            String href,
            String title,
            String fileName,
            String state,
            String tone,
            String counts,
            String by,
            String at,
            @Nullable String requirement) {}
}
