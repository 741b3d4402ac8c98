package org.xiangpei.requirement.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A text cut into pieces, each with what it is: words of a line, of a clause, not understood, or nothing of these. */
final class MarkedText {

    private static final int MOST_LABELS = 4;

    /** What words are; where they are several, the last of these is shown. */
    enum Kind {
        LINE,
        CLAUSE,
        DOUBT
    }

    /**
     * @param end behind the last character
     * @param label as people read it: 1, 1.2, ?3
     * @param key that the fields of the same thing have
     */
    record Mark(int start, int end, Kind kind, String label, String key) {
        boolean covers(int from, int to) {
            return start <= from && end >= to;
        }
    }

    /** @param href of the fields that the words became */
    record Label(String text, String key, String href) {}

    /**
     * @param kind empty for words that say nothing
     * @param labels of what begins here
     * @param keys of all that the words belong to, parted by blanks
     * @param more how many labels are left out
     */
    record Piece(String text, String kind, List<Label> labels, String keys, int more) {}

    private MarkedText() {}

    /** @param shown how many characters of the text are wanted */
    static List<Piece> of(String text, List<Mark> marks, int shown) {
        int length = Math.min(shown, text.length());
        var within = marks.stream()
                .filter(mark -> mark.start() < mark.end() && mark.end() <= length)
                .sorted(Comparator.comparingInt(Mark::start))
                .toList();
        var cuts = new TreeSet<Integer>();
        cuts.add(length);
        within.forEach(mark -> {
            cuts.add(mark.start());
            cuts.add(mark.end());
        });
        List<Piece> pieces = new ArrayList<>();
        List<Mark> open = new ArrayList<>();
        int next = 0;
        int from = 0;
        for (int to : cuts) {
            while (next < within.size() && within.get(next).start() <= from) {
                open.add(within.get(next++));
            }
            int at = from;
            open.removeIf(mark -> mark.end() <= at);
            if (to > from) {
                pieces.add(piece(text, from, to, open));
            }
            from = to;
        }
        return pieces;
    }

    private static Piece piece(String text, int from, int to, List<Mark> open) {
        List<Mark> here = open.stream().filter(mark -> mark.covers(from, to)).toList();
        List<Label> begun = here.stream()
                .filter(mark -> mark.start() == from)
                .sorted(Comparator.comparing(Mark::kind).thenComparing(Mark::end, Comparator.reverseOrder()))
                .map(mark -> new Label(mark.label(), mark.key(), "#" + mark.key()))
                .toList();
        String kind = here.stream()
                .map(Mark::kind)
                .max(Comparator.naturalOrder())
                .map(it -> it.name().toLowerCase(java.util.Locale.ROOT))
                .orElse("");
        return new Piece(
                text.substring(from, to),
                kind,
                begun.stream().limit(MOST_LABELS).toList(),
                here.stream().map(Mark::key).distinct().collect(Collectors.joining(" ")),
                Math.max(0, begun.size() - MOST_LABELS));
    }
}
