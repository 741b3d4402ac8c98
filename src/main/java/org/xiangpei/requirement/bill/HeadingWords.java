package org.xiangpei.requirement.bill;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.xiangpei.requirement.intake.Dictionary;

/** What headings mean, by the words of {@code intake/bill-headings.txt}. */
final class HeadingWords {

    private static final Pattern BRACKETS = Pattern.compile("[(\\[【](?<inside>[^)\\]】]{0,20})[)\\]】]");
    private static final Map<String, ColumnRole> WORDS = words();
    private static final int LONGEST = 24;
    private static final int SHORTEST_PART = 2;

    private HeadingWords() {}

    /** A heading that is one of the words. */
    static Optional<ColumnRole> exactly(String heading) {
        return Optional.ofNullable(WORDS.get(plain(heading)));
    }

    /** A heading with one of the words in it; the longest counts, of equals the last: 设备单价 is a price. */
    static Optional<ColumnRole> within(String heading) {
        String plain = plain(heading);
        return WORDS.keySet().stream()
                .filter(word -> word.length() >= SHORTEST_PART && plain.contains(word))
                .max(Comparator.comparingInt(String::length).thenComparingInt(plain::lastIndexOf))
                .map(WORDS::get);
    }

    /** 主要设备名称, which is none of the words but ends with one. */
    static boolean endsWithOne(String heading) {
        String plain = plain(heading);
        return !WORDS.containsKey(plain)
                && WORDS.keySet().stream().anyMatch(word -> word.length() >= SHORTEST_PART && plain.endsWith(word));
    }

    /** Whether a cell could be a heading at all. */
    static boolean isPossible(String cell) {
        String plain = plain(cell);
        return !plain.isEmpty() && plain.length() <= LONGEST && !plain.matches("[\\d.,%-]+");
    }

    /** The last of what stands in brackets: 单价（万元）, 容量[kVA]. */
    static @Nullable String unit(String heading) {
        Matcher found = BRACKETS.matcher(Normalizer.normalize(heading, Normalizer.Form.NFKC));
        String inside = null;
        while (found.find()) {
            inside = found.group("inside").strip();
        }
        return inside == null || inside.isEmpty() ? null : inside;
    }

    /** Without brackets, blanks and marks, in capitals. */
    static String plain(String heading) {
        String folded = Normalizer.normalize(heading, Normalizer.Form.NFKC);
        return BRACKETS.matcher(folded)
                .replaceAll("")
                .replaceAll("[\\s*★☆▲:_]+", "")
                .toUpperCase(Locale.ROOT);
    }

    private static Map<String, ColumnRole> words() {
        Map<String, ColumnRole> words = new HashMap<>();
        for (Map.Entry<String, List<String>> role :
                Dictionary.words("bill-headings.txt").entrySet()) {
            ColumnRole meant = ColumnRole.valueOf(role.getKey().toUpperCase(Locale.ROOT));
            role.getValue().forEach(word -> words.put(word, meant));
        }
        return Map.copyOf(words);
    }
}
