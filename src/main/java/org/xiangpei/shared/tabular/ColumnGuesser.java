package org.xiangpei.shared.tabular;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Guesses which column of a file holds what, where a person made the file after nobody's template: by the heading first, by what stands
 * under it second. A guess is shown to the person before anything is done with it.
 */
public final class ColumnGuesser {

    private static final int TITLE_LINES = 15;
    private static final int SAMPLE = 50;

    private static final double SAME_HEADING = 100;
    private static final double LIKE_HEADING = 60;
    private static final double CONTENT = 40;
    private static final double ENOUGH = 30;

    private ColumnGuesser() {}

    /**
     * Something that a table may hold.
     *
     * @param required whether a table without it is of no use
     * @param headings that are in use for it, the usual one first
     * @param looksLike whether a cell that is not empty could be one of it; never for what contents do not tell
     */
    public record Target(String name, boolean required, List<String> headings, Predicate<String> looksLike) {

        /** Something that only its heading tells. */
        public static Target named(String name, boolean required, String... headings) {
            return new Target(name, required, List.of(headings), cell -> false);
        }

        /** @param reads throws {@link BadCell} for what is none of it */
        public Target reading(Function<String, ?> reads) {
            return new Target(name, required, headings, cell -> {
                try {
                    return reads.apply(cell) != null;
                } catch (BadCell e) {
                    return false;
                }
            });
        }
    }

    /**
     * @param sheet with the header that was found: titles above it are gone
     * @param columns where each thing was found: the position of its column, from 0, by the name of its target
     */
    public record Guess(Sheet sheet, Map<String, Integer> columns) {}

    private record Pair(Target target, int column, double score) {}

    public static Guess guess(Sheet sheet, List<Target> targets) {
        Sheet headed = withHeader(sheet, targets);
        return new Guess(headed, columns(headed, targets));
    }

    /** The headings as one text, the same for files of the same make: what was chosen for one can be kept under it for the next. */
    public static String key(Sheet sheet) {
        return Columns.headings(sheet).stream().map(ColumnGuesser::plain).collect(Collectors.joining("|"));
    }

    /** The best pairs first, each column and each target in one of them. */
    private static Map<String, Integer> columns(Sheet sheet, List<Target> targets) {
        var pairs = new ArrayList<Pair>();
        int width = Columns.headings(sheet).size();
        for (int column = 0; column < width; column++) {
            for (Target target : targets) {
                pairs.add(new Pair(target, column, score(sheet, column, target)));
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::score).reversed());
        var found = new LinkedHashMap<String, Integer>();
        Set<Integer> taken = new HashSet<>();
        for (Pair pair : pairs) {
            if (pair.score() >= ENOUGH && !found.containsKey(pair.target().name()) && taken.add(pair.column())) {
                found.put(pair.target().name(), pair.column());
            }
        }
        return found;
    }

    private static double score(Sheet sheet, int column, Target target) {
        double heading = likeness(Columns.headings(sheet).get(column), target);
        List<String> cells = sheet.lines().stream()
                .filter(line -> line.cells().size() > column)
                .map(line -> line.cells().get(column))
                .filter(cell -> !cell.isEmpty())
                .limit(SAMPLE)
                .toList();
        long like = cells.stream().filter(target.looksLike()).count();
        return heading + (cells.isEmpty() ? 0 : CONTENT * like / cells.size());
    }

    private static double likeness(String heading, Target target) {
        String plain = plain(heading);
        return target.headings().stream()
                .mapToDouble(known -> likeness(plain, plain(known)))
                .max()
                .orElse(0);
    }

    private static double likeness(String heading, String known) {
        if (heading.equals(known)) {
            return SAME_HEADING;
        }
        int shorter = Math.min(heading.length(), known.length());
        int longer = Math.max(heading.length(), known.length());
        boolean within = shorter > 1 && (heading.contains(known) || known.contains(heading));
        return within ? LIKE_HEADING * (0.4 + 0.6 * shorter / longer) : 0;
    }

    /** Files begin with titles and dates; the header is the line that names most, and the first of several. */
    private static Sheet withHeader(Sheet sheet, List<Target> targets) {
        var lines = new ArrayList<Sheet.Line>();
        lines.add(sheet.header());
        lines.addAll(
                sheet.lines().subList(0, Math.min(TITLE_LINES, sheet.lines().size())));
        int best = 0;
        for (int line = 1; line < lines.size(); line++) {
            if (named(lines.get(line), targets) > named(lines.get(best), targets)) {
                best = line;
            }
        }
        return best == 0 ? sheet : sheet.headedBy(best - 1);
    }

    private static long named(Sheet.Line line, List<Target> targets) {
        return line.cells().stream()
                .map(cell -> best(cell, targets))
                .flatMap(Optional::stream)
                .distinct()
                .count();
    }

    private static Optional<String> best(String cell, List<Target> targets) {
        return targets.stream()
                .filter(target -> likeness(cell, target) >= ENOUGH)
                .max(Comparator.comparingDouble(target -> likeness(cell, target)))
                .map(Target::name);
    }

    private static String plain(String heading) {
        return Normalizer.normalize(heading, Normalizer.Form.NFKC)
                .replaceAll("[\\s*:]+", "")
                .toLowerCase(Locale.ROOT);
    }
}
