package org.xiangpei.shared.tabular;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

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
                        FormulaGuard.harmless(error.file()),
                        error.row() == 0 ? "" : error.row(),
                        FormulaGuard.harmless(error.column()),
                        FormulaGuard.harmless(error.value()),
                        FormulaGuard.harmless(error.reason()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Writing into memory cannot fail", e);
        }
        return text.toString();
    }
}
