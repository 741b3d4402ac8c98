package org.xiangpei.shared.tabular;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** The errors of an upload as a CSV file to download and work through in a spreadsheet. */
public final class ErrorList {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader("file", "row", "column", "value", "reason")
            .get();

    private ErrorList() {}

    /** CSV that begins with the UTF-8 mark, without which spreadsheets garble Chinese. */
    public static String csv(List<RowError> errors) {
        var text = new StringBuilder("\uFEFF");
        try (var printer = new CSVPrinter(text, FORMAT)) {
            for (RowError error : errors) {
                printer.printRecord(
                        harmless(error.file()),
                        error.row() == 0 ? "" : error.row(),
                        harmless(error.column()),
                        harmless(error.value()),
                        harmless(error.reason()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Writing into memory cannot fail", e);
        }
        return text.toString();
    }

    /** A cell that a spreadsheet would run as a formula gets an apostrophe before it: the values came from others. */
    private static String harmless(@Nullable String cell) {
        if (cell == null || cell.isEmpty()) {
            return "";
        }
        return "=+-@\t\r\n".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
