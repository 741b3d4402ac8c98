package org.xiangpei.search.lucene;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.github.houbb.nlp.hanzi.similar.util.HanziSimilarHelper;
import org.jspecify.annotations.Nullable;

/** Which characters of the index look like a character: 揽 and 缆, 段 and 断. */
final class Shapes {

    /** Measured from 0 to 1 on strokes, components, structure and sound. */
    private static final double LIKE = 0.5;

    private static final int MOST = 6;

    /**
     * What was compared, in whichever state of the index: by character the degrees of others. To compare takes its time, and how
     * characters look never changes.
     */
    private static final Map<Character, Map<Character, Double>> COMPARED = new ConcurrentHashMap<>();

    private record Likeness(char character, double degree) {}

    private final Dictionary terms;
    private final Map<Character, List<String>> known = new ConcurrentHashMap<>();

    private volatile @Nullable String characters;

    Shapes(Dictionary terms) {
        this.terms = terms;
    }

    /** The most alike first, the character itself not among them. */
    List<String> like(char character) {
        return known.computeIfAbsent(character, this::find);
    }

    /** Those of the names, read when first needed: most questions are spelt well. */
    private String characters() {
        String read = characters;
        if (read == null) {
            read = String.join("", terms.characters(TextField.NAME.parts()));
            characters = read;
        }
        return read;
    }

    private List<String> find(char character) {
        Map<Character, Double> compared = COMPARED.computeIfAbsent(character, one -> new ConcurrentHashMap<>());
        return characters()
                .chars()
                .filter(other -> other != character)
                .mapToObj(other -> new Likeness((char) other, degree(character, (char) other, compared)))
                .filter(likeness -> likeness.degree() >= LIKE)
                .sorted(Comparator.comparingDouble(Likeness::degree).reversed())
                .limit(MOST)
                .map(likeness -> String.valueOf(likeness.character()))
                .toList();
    }

    private static double degree(char one, char other, Map<Character, Double> compared) {
        return compared.computeIfAbsent(other, it -> HanziSimilarHelper.similar(one, it));
    }
}
