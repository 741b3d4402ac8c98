package org.xiangpei.shared.tabular;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** A table as CSV that begins with the UTF-8 mark, without which spreadsheets garble Chinese. */
final class CsvTable implements TableWriter {

    private final CSVPrinter printer;

    CsvTable(OutputStream out, List<Column> columns) throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write('\uFEFF');
        printer = new CSVPrinter(writer, CSVFormat.RFC4180);
        printer.printRecord(columns.stream().map(Column::heading).toList());
    }

    @Override
    public void row(List<@Nullable Object> cells) {
        try {
            for (Object cell : cells) {
                printer.print(cell instanceof BigDecimal number ? number.toPlainString() : cell);
            }
            printer.println();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        printer.flush();
    }
}
