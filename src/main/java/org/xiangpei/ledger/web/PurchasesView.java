package org.xiangpei.ledger.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.web.Option;
import org.xiangpei.shared.web.OptionGroup;
import org.xiangpei.shared.web.PageLinks;

/**
 * The ledger as its page shows it.
 *
 * @param whose whose purchases these are, in words
 * @param suspected how many pairs look as if they were one, in words; null when none
 * @param csv where the list can be had as a file; {@code xlsx} is null where a sheet has not enough rows for it
 * @param narrowed whether anything is filtered
 */
record PurchasesView(
        String whose,
        boolean all,
        Filters filters,
        List<Option> places,
        List<Option> states,
        List<OptionGroup> categories,
        List<Option> buyers,
        String total,
        String amount,
        List<SumRow> sums,
        List<Row> rows,
        PageLinks links,
        @Nullable String suspected,
        String csv,
        @Nullable String xlsx,
        boolean narrowed) {

    /** What was chosen, as it stands in the fields. */
    record Filters(String q, String from, String to, String importCode) {}

    /** @param share of the amount */
    record SumRow(String place, String records, String amount, String share) {}

    record Row(
            String code,
            String number,
            String buyer,
            String day,
            String item,
            String category,
            String amount,
            String supplier,
            @Nullable String firm,
            String place,
            boolean unknown,
            boolean corrected,
            boolean sample) {}
}
