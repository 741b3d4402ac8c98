package org.xiangpei.shared.tabular;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A table as the one sheet of a workbook. Texts stand in their cells, not in a list of all texts that would have to be kept. */
final class SheetTable implements TableWriter {

    private static final String HEADER = "D9E6F2";

    /** Rows that are kept before they are sent. */
    private static final int KEPT = 500;

    /** A number of a sheet has no more digits; longer ones are texts. */
    private static final int DIGITS = 15;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int rows = 1;

    SheetTable(OutputStream out, String name, List<Column> columns) {
        workbook = new Workbook(out, "Xiangpei", null);
        sheet = workbook.newWorksheet(name);
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            sheet.width(i, column.width());
            sheet.inlineString(0, i, column.heading());
            sheet.style(0, i).bold().fillColor(HEADER).set();
        }
        sheet.freezePane(0, 1);
    }

    @Override
    public void row(List<@Nullable Object> cells) {
        for (int i = 0; i < cells.size(); i++) {
            cell(i, cells.get(i));
        }
        if (++rows % KEPT == 0) {
            flush();
        }
    }

    private void cell(int column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case LocalDate day -> {
                sheet.value(rows, column, day);
                sheet.style(rows, column).format("yyyy-mm-dd").set();
            }
            case BigDecimal number when number.precision() <= DIGITS -> sheet.value(rows, column, number);
            case BigDecimal number -> sheet.inlineString(rows, column, number.toPlainString());
            default -> sheet.inlineString(rows, column, value.toString());
        }
    }

    private void flush() {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        workbook.finish();
    }
}
