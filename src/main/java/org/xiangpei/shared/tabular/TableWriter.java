package org.xiangpei.shared.tabular;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Writes one table of any length, row by row, without keeping what was written. Texts that could be run as formulas are the caller's to guard. */
public interface TableWriter extends AutoCloseable {

    /** @param width of the column in a sheet, in characters */
    record Column(String heading, Kind kind, int width) {

        enum Kind {
            TEXT,
            NUMBER,
            DAY
        }

        public static Column text(String heading, int width) {
            return new Column(heading, Kind.TEXT, width);
        }

        public static Column number(String heading, int width) {
            return new Column(heading, Kind.NUMBER, width);
        }

        public static Column day(String heading, int width) {
            return new Column(heading, Kind.DAY, width);
        }
    }

    /** @param cells texts, numbers and days in the order of the columns; null is an empty cell */
    void row(List<@Nullable Object> cells);

    /** Finishes the table; the stream stays open. */
    @Override
    void close() throws IOException;

    static TableWriter csv(OutputStream out, List<Column> columns) throws IOException {
        return new CsvTable(out, columns);
    }

    static TableWriter xlsx(OutputStream out, String sheet, List<Column> columns) throws IOException {
        return new SheetTable(out, sheet, columns);
    }
}
