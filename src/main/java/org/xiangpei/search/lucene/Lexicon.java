package org.xiangpei.search.lucene;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.xiangpei.search.Synonyms;
import org.xiangpei.shared.City;

/**
 * The words of the trade: those of the synonym file and of the categories. They are recognised in a query before a general dictionary
 * cuts the rest, which knows neither 干变 nor 中置柜.
 */
final class Lexicon {

    /**
     * A word of the trade.
     *
     * @param parts what it is made of, so that spelling does not matter
     * @param alternatives synonyms, folded
     */
    record Entry(List<String> parts, Set<String> alternatives, Word.Role role) {}

    /** By the first part, the longest first. */
    private final Map<String, List<Entry>> entries = new HashMap<>();

    private final QuantityReader quantities;

    Lexicon(Synonyms synonyms, Collection<String> more, QuantityReader quantities) {
        this.quantities = quantities;
        var alternatives = new HashMap<List<String>, Set<String>>();
        synonyms.alternatives().forEach((word, others) -> add(word, others, alternatives));
        more.forEach(word -> add(word, Set.of(), alternatives));
        alternatives.forEach((parts, others) -> add(new Entry(parts, others, Word.Role.THING)));
        NoiseWords.ALL.forEach(word -> add(word, Word.Role.NOISE));
        for (City city : City.values()) {
            add(city.label(), Word.Role.CITY);
            add(city.label() + "市", Word.Role.CITY);
        }
        entries.values()
                .forEach(list -> list.sort(
                        Comparator.comparingInt((Entry entry) -> entry.parts().size())
                                .reversed()));
    }

    private void add(String word, Word.Role role) {
        add(new Entry(Part.of(word).stream().map(part -> part.in(word)).toList(), Set.of(), role));
    }

    private void add(Entry entry) {
        entries.computeIfAbsent(entry.parts().getFirst(), first -> new ArrayList<>())
                .add(entry);
    }

    /** What is asked of properties. */
    QuantityReader quantities() {
        return quantities;
    }

    /** Words that begin with a part, the longest first. */
    List<Entry> startingWith(String part) {
        return entries.getOrDefault(part, List.of());
    }

    private static void add(String word, Set<String> others, Map<List<String>, Set<String>> alternatives) {
        String folded = Folding.fold(word);
        List<Part> parts = Part.of(folded);
        if (parts.isEmpty() || (parts.size() == 1 && parts.getFirst().han())) {
            return;
        }
        Set<String> known = alternatives.computeIfAbsent(
                parts.stream().map(part -> part.in(folded)).toList(), key -> new LinkedHashSet<>());
        others.stream().map(Folding::fold).forEach(known::add);
    }
}
