package org.xiangpei.requirement.bill;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import org.xiangpei.requirement.intake.RowReader;
import org.xiangpei.shared.tabular.Sheet;

/** Finds the row of headings, or the two of them, below titles and remarks; and puts what they say together, column by column. */
final class HeaderFinder {

    private static final int LOOKED_AT = 30;
    private static final int FEWEST = 2;

    private final List<Sheet.Line> lines;
    private final List<HeadingSpan> spans;

    /** @param lines the first rows of the sheet that are not empty */
    HeaderFinder(List<Sheet.Line> lines, List<HeadingSpan> spans) {
        this.lines = lines;
        this.spans = spans;
    }

    /** Rows of headings as the editor numbers them. */
    record Found(int from, int to) {}

    /** Empty for a table without headings. */
    Optional<Found> find() {
        OptionalInt best = OptionalInt.empty();
        int most = FEWEST - 1;
        for (int i = 0; i < Math.min(lines.size(), LOOKED_AT); i++) {
            int known = known(lines.get(i).cells());
            if (known > most) {
                most = known;
                best = OptionalInt.of(i);
            }
        }
        if (best.isEmpty()) {
            return unknown();
        }

        int index = best.getAsInt();
        boolean second = index > 0 && known(lines.get(index - 1).cells()) >= FEWEST && hasSecond(index - 1);
        int first = second ? index - 1 : index;
        return Optional.of(new Found(number(first), number(hasSecond(first) ? first + 1 : first)));
    }

    /** Words that nobody knows, over amounts: headings all the same. */
    private Optional<Found> unknown() {
        return IntStream.range(0, Math.min(lines.size() - 1, LOOKED_AT))
                .filter(i -> filled(lines.get(i).cells()).size() >= FEWEST)
                .limit(1)
                .filter(i -> filled(lines.get(i).cells()).stream()
                        .allMatch(cell -> HeadingWords.isPossible(cell) && !isAmount(cell)))
                .filter(this::isOverAmounts)
                .mapToObj(i -> new Found(number(i), number(i)))
                .findFirst();
    }

    private boolean isOverAmounts(int index) {
        List<List<String>> below = lines.subList(index + 1, lines.size()).stream()
                .map(Sheet.Line::cells)
                .toList();
        return IntStream.range(0, lines.get(index).cells().size()).anyMatch(column -> {
            List<String> values = below.stream()
                    .filter(cells -> !isGap(cells, column))
                    .map(cells -> cells.get(column))
                    .toList();
            long amounts = values.stream().filter(HeaderFinder::isAmount).count();
            return !isGap(lines.get(index).cells(), column) && amounts > 0 && amounts * 10 >= values.size() * 7L;
        });
    }

    private static boolean isAmount(String cell) {
        return RowReader.count(cell, "").isPresent();
    }

    private static List<String> filled(List<String> cells) {
        return cells.stream().filter(cell -> !cell.isBlank()).toList();
    }

    private int number(int index) {
        return lines.get(index).number();
    }

    /** How many headings are known in a row that can be one of headings; 0 in others. */
    private static int known(List<String> cells) {
        List<String> filled = filled(cells);
        long possible = filled.stream().filter(HeadingWords::isPossible).count();
        if (filled.stream().distinct().count() < FEWEST || possible * 10 < filled.size() * 9L) {
            return 0;
        }
        int exact = (int) filled.stream()
                .filter(cell -> HeadingWords.exactly(cell).isPresent())
                .count();
        int similar = (int) filled.stream().filter(HeadingWords::endsWithOne).count();
        return exact > 0 && exact + similar >= FEWEST ? exact + similar : 0;
    }

    /**
     * A second row of headings stands only under headings that are wider than one column: its cells are short words, and it is empty
     * where the first row says all.
     */
    private boolean hasSecond(int index) {
        if (index + 1 >= lines.size() || number(index + 1) != number(index) + 1) {
            return false;
        }
        List<String> upper = lines.get(index).cells();
        List<String> lower = lines.get(index + 1).cells();
        int own = 0;
        for (int column = 0; column < lower.size(); column++) {
            String cell = lower.get(column);
            if (cell.isBlank()) {
                continue;
            }
            boolean repeated = column < upper.size() && cell.equals(upper.get(column));
            boolean under = isWide(number(index), column) || isGap(upper, column) || isBeforeGap(upper, lower, column);
            if (!repeated && (!under || !HeadingWords.isPossible(cell))) {
                return false;
            }
            own += repeated ? 0 : 1;
        }
        return own > 0 && upper.stream().anyMatch(cell -> !cell.isBlank());
    }

    private static boolean isGap(List<String> cells, int column) {
        return column >= cells.size() || cells.get(column).isBlank();
    }

    /** A wide heading in a CSV, where nothing says how wide it is. */
    private static boolean isBeforeGap(List<String> upper, List<String> lower, int column) {
        return isGap(upper, column + 1) && !isGap(lower, column + 1);
    }

    private boolean isWide(int row, int column) {
        return spans.stream()
                .anyMatch(
                        it -> it.row() == row && it.last() > it.first() && it.first() <= column && column <= it.last());
    }

    /** What the headings of a column say together; the width is that of the widest row looked at. */
    List<String> headings(Found rows) {
        int width = lines.stream().mapToInt(line -> line.cells().size()).max().orElse(0);
        List<String> upper = cells(rows.from());
        List<String> lower = rows.to() > rows.from() ? cells(rows.to()) : List.of();
        var headings = new ArrayList<String>();
        String wide = "";
        for (int column = 0; column < width; column++) {
            String above = at(upper, column);
            String below = at(lower, column);
            wide = above.isEmpty() ? wide : above;
            String top = above.isEmpty() && !below.isEmpty() ? wide : above;
            headings.add(joined(top, below));
        }
        return headings;
    }

    private static String joined(String top, String below) {
        if (below.isEmpty() || below.equals(top)) {
            return top;
        }
        return top.isEmpty() ? below : top + " / " + below;
    }

    private List<String> cells(int number) {
        return lines.stream()
                .filter(line -> line.number() == number)
                .findFirst()
                .map(Sheet.Line::cells)
                .orElse(List.of());
    }

    private static String at(List<String> cells, int column) {
        return column < cells.size() ? cells.get(column).replaceAll("\\s+", " ").strip() : "";
    }

    /** The rows behind the headings. */
    List<Sheet.Line> body(int headerTo) {
        return lines.stream().filter(line -> line.number() > headerTo).toList();
    }
}
