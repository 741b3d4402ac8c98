package org.xiangpei.search.lucene;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.xiangpei.search.Synonyms;

/**
 * The words of the trade: those of the synonym file and of the categories. They are recognised in a query before a general dictionary
 * cuts the rest, which knows neither 干变 nor 中置柜.
 */
final class Lexicon {

    /** By the parts of the word, so that spelling does not matter. */
    private final Map<String, Set<String>> alternatives = new HashMap<>();

    private int longest = 1;

    Lexicon(Synonyms synonyms, Collection<String> more) {
        synonyms.alternatives().forEach(this::add);
        more.forEach(word -> add(word, Set.of()));
    }

    private void add(String word, Set<String> others) {
        String folded = Folding.fold(word);
        List<Part> parts = Part.of(folded);
        if (parts.isEmpty() || (parts.size() == 1 && parts.getFirst().han())) {
            return;
        }
        longest = Math.max(longest, parts.size());
        Set<String> known = alternatives.computeIfAbsent(key(folded, parts), k -> new LinkedHashSet<>());
        others.stream().map(Folding::fold).forEach(known::add);
    }

    /** Other words for the word that some parts make, or null when they make none. */
    @Nullable
    Set<String> alternatives(String folded, List<Part> parts) {
        return alternatives.get(key(folded, parts));
    }

    /** Parts of the longest word. */
    int longest() {
        return longest;
    }

    private static String key(String folded, List<Part> parts) {
        return parts.stream().map(part -> part.in(folded)).collect(Collectors.joining(" "));
    }
}
