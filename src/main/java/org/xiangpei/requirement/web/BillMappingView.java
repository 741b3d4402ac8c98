package org.xiangpei.requirement.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The page where somebody says what the columns of a bill hold.
 *
 * @param wrong why it does not begin
 * @param same the newest other bill of the very same file
 */
record BillMappingView(
        String code,
        String fileName,
        String title,
        @Nullable String wrong,
        @Nullable Same same,
        boolean several,
        List<SheetView> sheets) {

    record Same(String href, String text) {}

    /**
     * @param hidden whether the workbook hides it
     * @param firstRows as they stand in the file
     */
    record SheetView(
            int position,
            String name,
            boolean hidden,
            boolean chosen,
            String rows,
            int headerFrom,
            int headerTo,
            boolean remembered,
            List<ColumnView> columns,
            List<FirstRow> firstRows) {}

    /** @param name of its field */
    record ColumnView(
            String name,
            String heading,
            @Nullable String unit,
            List<String> samples,
            List<Role> roles,
            String confidence,
            String tone,
            boolean ignored) {}

    record Role(String code, String label, boolean chosen) {}

    record FirstRow(int number, boolean heading, List<String> cells) {}
}
