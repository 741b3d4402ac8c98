package org.xiangpei.requirement.intake;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into rows of cells. Rows come as lines with tabs, bars or wide gaps between the cells, or, as pages of notices are
 * copied, with every cell on a line of its own behind a bar.
 */
final class Rows {

    /**
     * @param cells one for a line of running text
     * @param places the cells with the empty ones between them, where tabs or bars say that there are some
     */
    record Row(Span span, List<Span> cells, List<Span> places) {

        Row(Span span, List<Span> cells) {
            this(span, cells, cells);
        }

        boolean isTable() {
            return cells.size() > 1;
        }
    }

    private final Written written;

    Rows(Written written) {
        this.written = written;
    }

    List<Row> read() {
        List<Row> rows = new ArrayList<>();
        List<Span> open = new ArrayList<>();
        int at = 0;
        while (at < written.length()) {
            int end = written.text().indexOf('\n', at);
            end = end < 0 ? written.length() : end;
            Span line = written.trimmed(at, end);
            line(line, open, rows, end + 1);
            at = end + 1;
        }
        close(open, rows);
        return rows;
    }

    private void line(Span line, List<Span> open, List<Row> rows, int next) {
        if (line.length() == 0) {
            if (!nextBeginsWithBar(next)) {
                close(open, rows);
            }
            return;
        }
        boolean bar = written.text().charAt(line.start()) == '|';
        if (bar && (line.length() == 1 || (!open.isEmpty() && isOneCell(line.start())))) {
            Span cell = written.trimmed(line.start() + 1, line.end());
            if (cell.length() == 0) {
                close(open, rows);
            } else {
                open.add(cell);
            }
            return;
        }
        if (!open.isEmpty() && written.text().charAt(line.start()) == '(' && nextBeginsWithBar(next)) {
            open.set(open.size() - 1, new Span(open.getLast().start(), line.end()));
            return;
        }
        close(open, rows);
        if (!bar && nextBeginsWithBar(next) && written.text().indexOf('|', line.start(), line.end()) < 0) {
            open.add(line);
        } else {
            rows.add(new Row(line, cells(line), places(line)));
        }
    }

    private boolean nextBeginsWithBar(int from) {
        int at = from;
        while (at < written.length() && written.text().charAt(at) <= ' ' && at - from < 200) {
            at++;
        }
        return at < written.length() && written.text().charAt(at) == '|' && isOneCell(at);
    }

    /** Whether the line of the bar here is one cell: a row of a table in one line has many bars, or ends with one. */
    private boolean isOneCell(int bar) {
        int end = written.text().indexOf('\n', bar);
        Span line = written.trimmed(bar, end < 0 ? written.length() : end);
        long bars = written.text()
                .substring(line.start() + 1, line.end())
                .chars()
                .filter(c -> c == '|')
                .count();
        return bars < 2 && (line.length() == 1 || written.text().charAt(line.end() - 1) != '|');
    }

    private static void close(List<Span> open, List<Row> rows) {
        if (!open.isEmpty()) {
            rows.add(new Row(new Span(open.getFirst().start(), open.getLast().end()), List.copyOf(open)));
            open.clear();
        }
    }

    private List<Span> cells(Span line) {
        List<Span> cells = new ArrayList<>();
        int start = line.start();
        for (int at = line.start(); at < line.end(); at++) {
            int gap = gap(at, line.end());
            if (gap > 0) {
                add(cells, start, at);
                start = at + gap;
                at = start - 1;
            }
        }
        add(cells, start, line.end());
        return cells.isEmpty() ? List.of(line) : cells;
    }

    private List<Span> places(Span line) {
        List<Span> places = new ArrayList<>();
        int start = line.start();
        for (int at = line.start(); at <= line.end(); at++) {
            boolean parts = at < line.end() && "|\t".indexOf(written.text().charAt(at)) >= 0;
            if (at == line.end() || (parts && at > line.start())) {
                places.add(written.trimmed(start, at));
            }
            start = parts ? at + 1 : start;
        }
        if (!places.isEmpty() && places.getLast().length() == 0) {
            places.removeLast();
        }
        return places;
    }

    private void add(List<Span> cells, int from, int to) {
        Span cell = written.trimmed(from, to);
        if (cell.length() > 0) {
            cells.add(cell);
        }
    }

    /** How many characters part two cells here; 0 when none do. */
    private int gap(int at, int end) {
        char c = written.text().charAt(at);
        if (c == '|' || c == '\t') {
            return 1;
        }
        int spaces = at;
        while (spaces < end && written.text().charAt(spaces) == ' ') {
            spaces++;
        }
        return spaces - at >= 2 ? spaces - at : 0;
    }
}
