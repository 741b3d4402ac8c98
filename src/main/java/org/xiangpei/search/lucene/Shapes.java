package org.xiangpei.search.lucene;

import java.util.Collection;
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

    private record Likeness(String character, double degree) {}

    private final Dictionary terms;
    private final Map<Character, List<String>> known = new ConcurrentHashMap<>();

    private volatile @Nullable Collection<String> characters;

    Shapes(Dictionary terms) {
        this.terms = terms;
    }

    /** The most alike first, the character itself not among them. */
    List<String> like(char character) {
        return known.computeIfAbsent(character, this::find);
    }

    /** Those of the names, read when first needed: most questions are spelt well. */
    private Collection<String> characters() {
        Collection<String> read = characters;
        if (read == null) {
            read = terms.characters(TextField.NAME.parts());
            characters = read;
        }
        return read;
    }

    private List<String> find(char character) {
        return characters().stream()
                .filter(other -> other.charAt(0) != character)
                .map(other -> new Likeness(other, HanziSimilarHelper.similar(character, other.charAt(0))))
                .filter(likeness -> likeness.degree() >= LIKE)
                .sorted(Comparator.comparingDouble(Likeness::degree).reversed())
                .limit(MOST)
                .map(Likeness::character)
                .toList();
    }
}
