package org.xiangpei.requirement.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.xiangpei.requirement.intake.Columns.Role;

/**
 * A table whose cells are parted by single blanks or by commas, as a page of a PDF or a file is copied. Its headings tell that it is one:
 * all of them must be known. A row with more words than there are columns has them in the column that describes.
 */
final class LooseTable {

    private static final int FEWEST = 3;
    private static final int LONGEST_HEADINGS = 150;
    private static final Pattern COUNTED = Pattern.compile("\\d.*");

    private final Written written;
    private final Columns columns;
    private final char mark;

    private LooseTable(Written written, Columns columns, char mark) {
        this.written = written;
        this.columns = columns;
        this.mark = mark;
    }

    /** Empty when the line is no row of headings. */
    static Optional<LooseTable> headedBy(Written written, Span line) {
        return line.length() > LONGEST_HEADINGS
                ? Optional.empty()
                : Stream.of(',', ' ')
                        .flatMap(mark -> of(written, line, mark).stream())
                        .findFirst();
    }

    private static Optional<LooseTable> of(Written written, Span line, char mark) {
        List<Span> cells = cells(written, line, mark);
        return cells.size() < FEWEST
                ? Optional.empty()
                : Columns.of(written, cells)
                        .filter(it -> it.areAllKnown() && it.has(Role.QUANTITY))
                        .map(it -> new LooseTable(written, it, mark));
    }

    Columns columns() {
        return columns;
    }

    /** Empty when the line is no row of this table. */
    Optional<Rows.Row> row(Span line) {
        List<Span> cells = cells(written, line, mark);
        int more = cells.size() - columns.size();
        List<Span> fitted = more > 0 ? joined(cells, more) : cells;
        int quantity = columns.indexOf(Role.QUANTITY);
        boolean counts = quantity < fitted.size()
                && COUNTED.matcher(text(fitted.get(quantity))).matches();
        return counts ? Optional.of(new Rows.Row(line, fitted)) : Optional.empty();
    }

    private List<Span> joined(List<Span> cells, int more) {
        int at = Stream.of(Role.DEMAND, Role.MODEL, Role.NAME)
                .mapToInt(columns::indexOf)
                .filter(it -> it >= 0)
                .findFirst()
                .orElse(0);
        List<Span> joined = new ArrayList<>(cells.subList(0, at));
        joined.add(new Span(cells.get(at).start(), cells.get(at + more).end()));
        joined.addAll(cells.subList(at + more + 1, cells.size()));
        return joined;
    }

    private static List<Span> cells(Written written, Span line, char mark) {
        List<Span> cells = new ArrayList<>();
        int start = line.start();
        for (int at = line.start(); at <= line.end(); at++) {
            if (at == line.end() || isMark(written, at, mark)) {
                Span cell = written.trimmed(start, at);
                if (cell.length() > 0 || mark == ',') {
                    cells.add(cell);
                }
                start = at + 1;
            }
        }
        return cells;
    }

    /** A blank that was taken for a mark of a chat is one still. */
    private static boolean isMark(Written written, int at, char mark) {
        char given = written.text().charAt(at);
        return given == mark || (mark == ' ' && given == Chat.MARK);
    }

    private String text(Span cell) {
        return written.text().substring(cell.start(), cell.end());
    }
}
