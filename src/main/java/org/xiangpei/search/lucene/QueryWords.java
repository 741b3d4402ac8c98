package org.xiangpei.search.lucene;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Cuts a user's text into words: words of the trade first, the longest that fit, then model numbers and other foreign words as they
 * are typed, then the words of a general dictionary.
 */
final class QueryWords {

    /** More are not looked for: no question that a person asks has more. */
    private static final int MOST_WORDS = 48;

    private static final int MOST_CHARACTERS = 600;

    private static final Set<String> MEANINGLESS =
            Set.of("的", "和", "与", "及", "或", "了", "在", "为", "等", "是", "之", "其", "有", "请", "台", "个", "件", "套");

    private final Lexicon lexicon;
    private final String text;
    private final List<Part> parts;
    private final List<String> partTexts;

    /** At the top a word of the trade may be the whole text; inside such a word it may not, or it would never end. */
    private final boolean inner;

    private final List<Placed> words = new ArrayList<>();

    /**
     * A word where it stands in the folded text.
     *
     * @param quantity what a word of quantity asks, else null
     */
    record Placed(Word word, int start, int end, @Nullable Quantity quantity) {}

    private QueryWords(Lexicon lexicon, String text, boolean inner) {
        this.lexicon = lexicon;
        this.text = text;
        this.parts = Part.of(text);
        this.partTexts = parts.stream().map(part -> part.in(text)).toList();
        this.inner = inner;
    }

    /** The words of a raw text, each once; none when nothing in it means anything. */
    static List<Word> of(String raw, Lexicon lexicon) {
        return in(FoldedText.of(cut(raw)), lexicon).stream().map(Placed::word).toList();
    }

    /** The words of a text where they first stand; none when nothing in it means anything. */
    static List<Placed> in(FoldedText text, Lexicon lexicon) {
        List<Placed> words = new QueryWords(lexicon, text.text(), false).words();
        var seen = new HashSet<Word>();
        List<Placed> telling = words.stream()
                .filter(it -> !MEANINGLESS.contains(it.word().text())
                        && it.word().role() != Word.Role.NOISE
                        && seen.add(it.word()))
                .limit(MOST_WORDS)
                .toList();
        return telling.isEmpty() ? words : telling;
    }

    /** The words of a word of the trade. */
    private static List<Word> inside(String word, Lexicon lexicon) {
        List<Placed> words = new QueryWords(lexicon, word, true).words();
        return words.size() > 1 ? words.stream().map(Placed::word).toList() : List.of();
    }

    static String cut(String raw) {
        return raw.length() <= MOST_CHARACTERS ? raw : raw.substring(0, MOST_CHARACTERS);
    }

    private List<Placed> words() {
        int from = 0;
        while (from < parts.size()) {
            Quantity quantity = quantity(from);
            Lexicon.Entry known = quantity == null ? tradeWord(from) : null;
            if (quantity != null) {
                from = add(quantity, from);
            } else if (known != null) {
                int end = from + known.parts().size();
                String word = text(from, end);
                add(new Word(word, known.alternatives(), inside(word, lexicon), known.role()), from, end);
                from = end;
            } else {
                from = parts.get(from).han() ? chineseRun(from) : foreignWord(from);
            }
        }
        return words;
    }

    private void add(Word word, int from, int end) {
        words.add(new Placed(word, parts.get(from).start(), parts.get(end - 1).end(), null));
    }

    /** The part after the quantity. */
    private int add(Quantity quantity, int from) {
        words.add(new Placed(
                Word.of(text.substring(quantity.start(), quantity.end()), Word.Role.QUANTITY),
                quantity.start(),
                quantity.end(),
                quantity));
        int at = from;
        while (at < parts.size() && parts.get(at).start() < quantity.end()) {
            at++;
        }
        return at;
    }

    /** What begins here and is asked of a property, or null. */
    private @Nullable Quantity quantity(int from) {
        return inner || cutsForeignWord(from) ? null : lexicon.quantities().at(text, beginning(from));
    }

    /** A sign that compares is no part of its own: it stands before the one that begins here. */
    private int beginning(int from) {
        int start = parts.get(from).start();
        for (int i = from == 0 ? 0 : parts.get(from - 1).end(); i < start; i++) {
            if ("≥≤<>=".indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return start;
    }

    /** The longest word of the trade that begins here, or null. */
    private Lexicon.@Nullable Entry tradeWord(int from) {
        for (Lexicon.Entry entry : lexicon.startingWith(partTexts.get(from))) {
            int end = from + entry.parts().size();
            if (end <= parts.size() && entry.parts().equals(partTexts.subList(from, end)) && mayStand(from, end)) {
                return entry;
            }
        }
        return null;
    }

    private boolean mayStand(int from, int end) {
        boolean whole = from == 0 && end == parts.size();
        return !(inner && whole) && isUnbroken(from, end) && !cutsForeignWord(from) && !cutsForeignWord(end);
    }

    private boolean isUnbroken(int from, int end) {
        for (int i = from + 1; i < end; i++) {
            if (!joined(i) && !isNextWord(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean cutsForeignWord(int at) {
        return at > 0
                && at < parts.size()
                && joined(at)
                && !parts.get(at - 1).han()
                && !parts.get(at).han();
    }

    private int foreignWord(int from) {
        int end = from + 1;
        while (end < parts.size() && !parts.get(end).han() && joined(end)) {
            end++;
        }
        add(Word.of(text(from, end)), from, end);
        return end;
    }

    /** Takes Chinese characters up to the next word of the trade. */
    private int chineseRun(int from) {
        int end = from + 1;
        while (end < parts.size()
                && parts.get(end).han()
                && parts.get(end - 1).touches(parts.get(end))
                && tradeWord(end) == null
                && quantity(end) == null) {
            end++;
        }
        addSegments(Analyzers.segment(text(from, end)), parts.get(from).start());
        return end;
    }

    /** The dictionary leaves characters that it cannot join: two or more in a row are taken as a word that it does not know. */
    private void addSegments(List<String> segments, int start) {
        var row = new ArrayList<String>();
        int at = start;
        for (String segment : segments) {
            if (segment.length() == 1 && !MEANINGLESS.contains(segment)) {
                row.add(segment);
            } else {
                addRow(row, at);
                words.add(new Placed(Word.of(segment), at, at + segment.length(), null));
            }
            at += segment.length();
        }
        addRow(row, at);
    }

    private void addRow(List<String> row, int end) {
        if (!row.isEmpty()) {
            List<Word> singles = row.size() > 3 ? row.stream().map(Word::of).toList() : List.of();
            String word = String.join("", row);
            words.add(new Placed(new Word(word, List.of(), singles), end - word.length(), end, null));
            row.clear();
        }
    }

    private String text(int from, int end) {
        return text.substring(parts.get(from).start(), parts.get(end - 1).end());
    }

    /** Whether a part belongs to the one before it: nothing stands between, or only what is written inside a model number. */
    private boolean joined(int at) {
        int from = parts.get(at - 1).end();
        int end = parts.get(at).start();
        return end - from <= 2 && text.substring(from, end).chars().allMatch(QueryWords::isJoiner);
    }

    /** Foreign words are written with a space between. */
    private boolean isNextWord(int at) {
        int from = parts.get(at - 1).end();
        return !parts.get(at - 1).han()
                && !parts.get(at).han()
                && text.substring(from, parts.get(at).start()).equals(" ");
    }

    private static boolean isJoiner(int character) {
        return Character.getType(character) == Character.DASH_PUNCTUATION || "./\\×*_+#−~x".indexOf(character) >= 0;
    }
}
