package org.xiangpei.requirement.bill;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.xiangpei.shared.tabular.MergedCells;
import org.xiangpei.shared.tabular.Sheet;
import org.xiangpei.shared.tabular.TableRows;

/**
 * Takes the rows of a file over into the database, some hundreds at a time.
 *
 * <p>Of merged cells only the first has a value. Where they go over several rows, the others get it too, if it is a text: one name for
 * three sizes is the name of all three. A number stays where it stands: a quantity for three rows together is not three times that.
 */
final class Staging implements TableRows {

    static final int HEAD = 200;
    private static final int AT_ONCE = 500;
    private static final int MOST_HEADING_ROWS = 60;

    private final String bill;
    private final Consumer<List<BillRow>> store;
    private final List<BillRow> rows = new ArrayList<>();
    private final List<Read> sheets = new ArrayList<>();
    private final List<Merged> open = new ArrayList<>();
    private List<MergedCells> coming = List.of();
    private int nextMerged;
    private int position;

    /** Merged cells over several rows, and what their first one says. */
    private record Merged(MergedCells cells, String text) {}

    /** A sheet that has any row. */
    static final class Read {
        private final String file;
        private final String name;
        private final boolean hidden;
        private final List<HeadingSpan> spans;
        private final List<Sheet.Line> head = new ArrayList<>();
        private int count;

        private Read(String file, String name, boolean hidden, List<HeadingSpan> spans) {
            this.file = file;
            this.name = name;
            this.hidden = hidden;
            this.spans = spans;
        }

        String file() {
            return file;
        }

        String name() {
            return name;
        }

        boolean isHidden() {
            return hidden;
        }

        List<HeadingSpan> spans() {
            return spans;
        }

        /** The first rows. */
        List<Sheet.Line> head() {
            return head;
        }

        int count() {
            return count;
        }
    }

    /** @param store called with rows in their order */
    Staging(String bill, Consumer<List<BillRow>> store) {
        this.bill = bill;
        this.store = store;
    }

    @Override
    public void table(String file, String name, boolean hidden, List<MergedCells> merged) {
        sheets.add(new Read(file, name, hidden, headingSpans(merged)));
        coming = merged;
        nextMerged = 0;
        open.clear();
    }

    private static List<HeadingSpan> headingSpans(List<MergedCells> merged) {
        return merged.stream()
                .filter(it -> it.firstRow() <= MOST_HEADING_ROWS)
                .map(it -> new HeadingSpan(it.firstRow(), it.firstColumn(), it.lastColumn(), it.lastRow()))
                .limit(MOST_HEADING_ROWS * 4L)
                .toList();
    }

    @Override
    public void row(Sheet.Line line) {
        Read sheet = sheets.getLast();
        List<String> cells = filled(line);
        if (sheet.head.size() < HEAD) {
            sheet.head.add(new Sheet.Line(line.number(), cells));
        }
        sheet.count++;
        position++;
        rows.add(new BillRow(new BillRow.Key(bill, position), sheets.size() - 1, line.number(), cells));
        if (rows.size() == AT_ONCE) {
            flush();
        }
    }

    private List<String> filled(Sheet.Line line) {
        int row = line.number();
        open.removeIf(it -> it.cells().lastRow() < row);
        while (nextMerged < coming.size() && coming.get(nextMerged).firstRow() <= row) {
            MergedCells cells = coming.get(nextMerged);
            if (cells.firstRow() == row
                    && cells.lastRow() > row
                    && cells.firstColumn() < line.cells().size()) {
                String text = line.cells().get(cells.firstColumn());
                if (ColumnContents.number(text) == null) {
                    open.add(new Merged(cells, text));
                }
            }
            nextMerged++;
        }
        List<String> filled = new ArrayList<>(line.cells());
        for (Merged it : open) {
            int column = it.cells().firstColumn();
            while (filled.size() <= column) {
                filled.add("");
            }
            if (filled.get(column).isEmpty()) {
                filled.set(column, it.text());
            }
        }
        return List.copyOf(filled);
    }

    /** To be called at the end. */
    List<Read> finish() {
        flush();
        return sheets.stream().filter(sheet -> sheet.count > 0).toList();
    }

    private void flush() {
        if (!rows.isEmpty()) {
            store.accept(List.copyOf(rows));
            rows.clear();
        }
    }

    /** The place of a sheet in the file, from 0. */
    int positionOf(Read sheet) {
        return sheets.indexOf(sheet);
    }
}
