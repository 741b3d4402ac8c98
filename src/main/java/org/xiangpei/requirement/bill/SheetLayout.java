package org.xiangpei.requirement.bill;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.xiangpei.requirement.bill.HeaderFinder.Found;
import org.xiangpei.requirement.intake.TradeWords;
import org.xiangpei.shared.tabular.Sheet;

/**
 * Where the headings of a sheet are and what its columns are taken to hold.
 *
 * @param headerFrom first row of headings as the editor numbers it; 0 for none
 * @param headerTo inclusive; 0 for none
 * @param signature equal for sheets with equal headings in equal order; empty without headings
 */
record SheetLayout(int headerFrom, int headerTo, String signature, List<BillColumn> columns) {

    private static final int MOST_COLUMNS = 60;

    /** Guesses from the first rows that are not empty. */
    static SheetLayout guess(List<Sheet.Line> lines, List<HeadingSpan> spans, TradeWords words) {
        var finder = new HeaderFinder(lines, spans);
        return of(finder, finder.find(), lines, words);
    }

    /** @param found where somebody says that the headings are */
    static SheetLayout at(Found found, List<Sheet.Line> lines, List<HeadingSpan> spans, TradeWords words) {
        return of(new HeaderFinder(lines, spans), Optional.of(found).filter(it -> it.from() > 0), lines, words);
    }

    private static SheetLayout of(
            HeaderFinder finder, Optional<Found> found, List<Sheet.Line> lines, TradeWords words) {
        List<String> headings = found.map(finder::headings).orElseGet(() -> noHeadings(lines));
        List<String> kept = headings.subList(0, Math.min(headings.size(), MOST_COLUMNS));
        List<List<String>> rows = finder.body(found.map(Found::to).orElse(0)).stream()
                .map(Sheet.Line::cells)
                .toList();
        return new SheetLayout(
                found.map(Found::from).orElse(0),
                found.map(Found::to).orElse(0),
                found.isPresent() ? signature(kept) : "",
                new ColumnGuess(kept, rows, words).columns());
    }

    private static List<String> noHeadings(List<Sheet.Line> lines) {
        int width = lines.stream().mapToInt(line -> line.cells().size()).max().orElse(0);
        return IntStream.range(0, width).mapToObj(column -> "").toList();
    }

    private static String signature(List<String> headings) {
        String text = headings.stream().map(HeadingWords::plain).collect(Collectors.joining("\n"));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** The same with what somebody has said of such headings before. */
    SheetLayout remembering(List<ColumnRole> roles) {
        if (roles.size() != columns.size()) {
            return this;
        }
        return new SheetLayout(
                headerFrom,
                headerTo,
                signature,
                IntStream.range(0, columns.size())
                        .mapToObj(i -> columns.get(i).become(roles.get(i), Confidence.REMEMBERED))
                        .toList());
    }

    /** Whether it looks like a list of things: a sheet of remarks does not. */
    boolean isTable() {
        boolean named = columns.stream().anyMatch(column -> column.role().names());
        return named && (headerFrom > 0 || columns.size() > 1);
    }
}
