package org.xiangpei.ledger.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.web.PageLinks;

/**
 * The uploads of an organisation.
 *
 * @param reach whose purchases may be uploaded, in words
 * @param wrong why the file that was just sent cannot be read; null when none was
 */
record PurchaseImportsView(String reach, @Nullable String wrong, List<Row> rows, String total, PageLinks links) {

    record Row(
            String code,
            String fileName,
            String state,
            String tone,
            String counts,
            String amount,
            String by,
            String at,
            boolean undoable) {}
}
