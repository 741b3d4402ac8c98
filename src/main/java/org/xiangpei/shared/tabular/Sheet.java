package org.xiangpei.shared.tabular;

import java.util.ArrayList;
import java.util.List;

/**
 * One table as it was sent: a CSV file, or a sheet of a workbook. Nothing is known yet of its columns; see {@link Columns}.
 *
 * @param file how errors name it
 * @param name the table's name: the file name without its ending, or the sheet's name
 * @param header the first row that is not empty; a table without any row has an empty header
 * @param lines the rows after it that are not empty
 */
public record Sheet(String file, String name, Line header, List<Line> lines) {

    /** The same table with another line as its header; what stands above it is left out. */
    Sheet headedBy(int line) {
        var header = lines.get(line);
        var headed = new Sheet(file, name, header, lines.subList(line + 1, lines.size()));
        int width = Columns.headings(headed).size();
        return new Sheet(
                file,
                name,
                header,
                headed.lines().stream()
                        .map(it -> it.withoutBlanksAfter(width).filledTo(width))
                        .toList());
    }

    /**
     * @param number the row as the editor numbers it
     * @param cells as many as the row has, without the blanks at the ends of each
     */
    public record Line(int number, List<String> cells) {

        boolean blank() {
            return cells.stream().allMatch(String::isEmpty);
        }

        /** Spreadsheets append empty cells; what is beyond the header and empty is none of the table's. */
        Line withoutBlanksAfter(int width) {
            int size = cells.size();
            while (size > width && cells.get(size - 1).isEmpty()) {
                size--;
            }
            return size == cells.size() ? this : new Line(number, List.copyOf(cells.subList(0, size)));
        }

        /** A workbook leaves empty cells at the end of a row out. */
        Line filledTo(int width) {
            if (cells.size() >= width) {
                return this;
            }
            var filled = new ArrayList<>(cells);
            while (filled.size() < width) {
                filled.add("");
            }
            return new Line(number, filled);
        }
    }
}
