package org.xiangpei.requirement.bill;

import java.util.List;

/**
 * A sheet as a person is asked about it.
 *
 * @param headerFrom first row of headings as the editor numbers it; 0 for none
 * @param headerTo inclusive
 * @param firstRows some rows as they stand in the file, to see where the headings are
 */
public record SheetSummary(
        int position,
        String name,
        boolean hidden,
        boolean chosen,
        int rows,
        int headerFrom,
        int headerTo,
        List<BillColumn> columns,
        List<Row> firstRows) {

    /** @param number as the editor numbers it */
    public record Row(int number, List<String> cells) {}
}
