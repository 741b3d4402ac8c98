package org.xiangpei.search.lucene;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.ibm.icu.text.Transliterator;

/**
 * The words that the catalogue itself uses, asked for one that is spelt nearly like a word that it does not have.
 *
 * <p>Most wrong characters come from an input method that offers all characters of one sound, so a character of the same sound (电揽
 * for 电缆) is a smaller mistake than another one.
 */
final class Vocabulary {

    private static final double SAME_SOUND = 0.3;
    private static final int MOST_NEIGHBOURS = 8;

    /** Made when first needed: it takes a moment, and most questions are spelt well. */
    private static final class Sounds {
        static final Transliterator PINYIN = Transliterator.getInstance("Han-Latin; Latin-ASCII; Lower");
        static final Map<Character, String> KNOWN = new HashMap<>();

        static synchronized String of(char character) {
            return KNOWN.computeIfAbsent(character, c -> PINYIN.transliterate(String.valueOf(c)));
        }
    }

    private final Set<String> words = new LinkedHashSet<>();

    Vocabulary(Collection<String> words) {
        words.stream().map(Folding::fold).filter(word -> word.length() > 1).forEach(this.words::add);
    }

    private record Neighbour(String text, double distance) {}

    /** Spellings near to a folded word that occur in the vocabulary, whole or as a part of a longer word, the nearest first. */
    List<String> near(String word) {
        double most = mostDistance(word);
        if (most <= 0) {
            return List.of();
        }
        return words.stream()
                .map(candidate -> nearest(word, candidate))
                .filter(neighbour -> neighbour.distance() > 0 && neighbour.distance() <= most)
                .filter(neighbour -> neighbour.text().length() > 1)
                .sorted(Comparator.comparingDouble(Neighbour::distance).thenComparing(Neighbour::text))
                .map(Neighbour::text)
                .distinct()
                .limit(MOST_NEIGHBOURS)
                .toList();
    }

    /** Two characters may only differ in a sound-alike; three or more in one, six or more in two characters. */
    private static double mostDistance(String word) {
        boolean chinese = word.chars().anyMatch(Character::isIdeographic);
        int length = chinese ? word.length() : word.length() / 2;
        return length < 2 ? 0 : length == 2 ? (chinese ? SAME_SOUND : 1) : length < 6 ? 1 : 2;
    }

    /** The stretch of a candidate that is nearest to the word: an alignment whose ends in the candidate are free. */
    private static Neighbour nearest(String word, String candidate) {
        int width = candidate.length();
        var above = new double[width + 1];
        var aboveStart = new int[width + 1];
        for (int j = 0; j <= width; j++) {
            aboveStart[j] = j;
        }
        for (int i = 1; i <= word.length(); i++) {
            var row = new double[width + 1];
            var start = new int[width + 1];
            row[0] = i;
            for (int j = 1; j <= width; j++) {
                row[j] = above[j - 1] + distance(word.charAt(i - 1), candidate.charAt(j - 1));
                start[j] = aboveStart[j - 1];
                if (above[j] + 1 < row[j]) {
                    row[j] = above[j] + 1;
                    start[j] = aboveStart[j];
                }
                if (row[j - 1] + 1 < row[j]) {
                    row[j] = row[j - 1] + 1;
                    start[j] = start[j - 1];
                }
            }
            above = row;
            aboveStart = start;
        }
        int end = 0;
        for (int j = 1; j <= width; j++) {
            if (above[j] <= above[end]) {
                end = j;
            }
        }
        return new Neighbour(candidate.substring(aboveStart[end], end), above[end]);
    }

    private static double distance(char one, char other) {
        if (one == other) {
            return 0;
        }
        boolean chinese = Character.isIdeographic(one) && Character.isIdeographic(other);
        return chinese && Sounds.of(one).equals(Sounds.of(other)) ? SAME_SOUND : 1;
    }
}
