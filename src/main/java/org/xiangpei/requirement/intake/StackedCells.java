package org.xiangpei.requirement.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.xiangpei.requirement.intake.Columns.Role;

/**
 * A table whose cells stand one below the other, as some programs copy it: the headings first, each on a line of its own, then as many lines
 * for each row. Empty cells are not copied at all, so a row that does not count where it should ends the table.
 */
final class StackedCells {

    private static final int FEWEST = 3;
    private static final Pattern COUNTED = Pattern.compile("(?:约|共)?\\d.*");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}[.、]?");

    private final Written written;

    StackedCells(Written written) {
        this.written = written;
    }

    /** The rows of a text with those of such tables put together. */
    List<Rows.Row> joined(List<Rows.Row> rows) {
        List<Rows.Row> joined = new ArrayList<>();
        int at = 0;
        while (at < rows.size()) {
            int headings = headings(rows, at);
            if (headings >= FEWEST) {
                at = table(rows, at, headings, joined);
            } else {
                joined.add(rows.get(at));
                at++;
            }
        }
        return joined;
    }

    /** How many lines from here on are headings of one table; 0 when they are none. */
    private int headings(List<Rows.Row> rows, int from) {
        List<Span> cells = new ArrayList<>();
        int at = from;
        while (at < rows.size()
                && !rows.get(at).isTable()
                && Columns.roleOf(text(rows.get(at).span())).isPresent()) {
            cells.add(rows.get(at).span());
            at++;
        }
        return cells.size() >= FEWEST
                        && Columns.of(written, cells)
                                .filter(it -> it.has(Role.QUANTITY))
                                .isPresent()
                ? cells.size()
                : 0;
    }

    /** @return behind the last line of the table */
    private int table(List<Rows.Row> rows, int from, int width, List<Rows.Row> joined) {
        Rows.Row heading = row(rows, from, width);
        Columns columns = Columns.of(written, heading.cells()).orElseThrow();
        joined.add(heading);
        int at = from + width;
        while (at + width <= rows.size() && isRow(rows, at, width, columns)) {
            joined.add(row(rows, at, width));
            at += width;
        }
        return at;
    }

    private boolean isRow(List<Rows.Row> rows, int from, int width, Columns columns) {
        boolean single = rows.subList(from, from + width).stream().noneMatch(Rows.Row::isTable);
        int number = columns.indexOf(Role.NUMBER);
        return single
                && COUNTED.matcher(text(
                                rows.get(from + columns.indexOf(Role.QUANTITY)).span()))
                        .matches()
                && (number < 0
                        || NUMBER.matcher(text(rows.get(from + number).span())).matches());
    }

    private static Rows.Row row(List<Rows.Row> rows, int from, int width) {
        List<Span> cells =
                rows.subList(from, from + width).stream().map(Rows.Row::span).toList();
        return new Rows.Row(new Span(cells.getFirst().start(), cells.getLast().end()), cells);
    }

    private String text(Span cell) {
        return written.text().substring(cell.start(), cell.end());
    }
}
