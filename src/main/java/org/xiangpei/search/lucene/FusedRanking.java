package org.xiangpei.search.lucene;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;

import org.xiangpei.search.SearchResult.FoundBy;
import org.xiangpei.search.lucene.ProductIndex.Best;

/**
 * Ranks what the words of a question find also by what the question means, and adds products that only mean it where the words find
 * little. Facets come later and only narrow: what belongs to the answer does not depend on them, and so the counts fit the hits.
 */
final class FusedRanking {

    private final ProductIndex index;
    private final Fusion fusion;
    private final List<Neighbour> near;

    /** @param near the products nearest to the question's meaning, the nearest first; none where meaning is not known */
    FusedRanking(ProductIndex index, Fusion fusion, List<Neighbour> near) {
        this.index = index;
        this.fusion = fusion;
        this.near = near;
    }

    /**
     * @param words find products and order them by score
     * @param alike products that mean what was asked
     * @param added those of them that have none of the words, and are found all the same
     * @param scores of the best products, positive; all others come after them in the order of the words
     */
    record Fused(Query words, Set<Integer> alike, Set<Integer> added, Map<Integer, Double> scores) {

        static Fused byWordsAlone(Query words) {
            return new Fused(words, Set.of(), Set.of(), Map.of());
        }

        /** Whether nothing was asked for, and so nothing is relevant. */
        boolean isList() {
            return words instanceof MatchAllDocsQuery;
        }

        Set<FoundBy> foundBy(int document) {
            return added.contains(document)
                    ? Set.of(FoundBy.MEANING)
                    : alike.contains(document) ? Set.of(FoundBy.WORDS, FoundBy.MEANING) : Set.of(FoundBy.WORDS);
        }
    }

    /** Words that must all be found and are not find nothing by meaning either: then they are relaxed first. */
    Fused of(Query words, boolean relaxed) throws IOException {
        if (near.isEmpty()) {
            return Fused.byWordsAlone(words);
        }
        Best found = index.best(
                words, fusion.window(), near.stream().map(Neighbour::document).collect(Collectors.toSet()));
        if (found.total() == 0 && !relaxed) {
            return Fused.byWordsAlone(words);
        }
        Set<Integer> added = fusion.adds(found.total(), relaxed) ? added(found, relaxed) : Set.of();
        return new Fused(
                words,
                near.stream()
                        .filter(it -> it.similarity() >= fusion.alike())
                        .map(Neighbour::document)
                        .collect(Collectors.toSet()),
                added,
                scores(found, added, relaxed));
    }

    /** Whether a question means nothing that the catalogue has: then what has some of its words has them by chance. */
    boolean isForeign() {
        return !near.isEmpty() && near.getFirst().similarity() < fusion.related();
    }

    /** All that the words find are among the found ones: products are added only where these are few. */
    private Set<Integer> added(Best found, boolean relaxed) {
        Set<Integer> byWords = Set.copyOf(found.products());
        Set<String> categories = byWords.stream().map(index::category).collect(Collectors.toSet());
        double alike = relaxed ? fusion.alike(near.getFirst().similarity(), byWords.isEmpty()) : fusion.alike();
        return near.stream()
                .filter(it -> it.similarity() >= alike && !byWords.contains(it.document()))
                .filter(it -> relaxed || categories.contains(index.category(it.document())))
                .limit(fusion.mostAdded())
                .map(Neighbour::document)
                .collect(Collectors.toSet());
    }

    private Map<Integer, Double> scores(Best found, Set<Integer> added, boolean relaxed) {
        var scores = new HashMap<Integer, Double>();
        for (int i = 0; i < found.products().size(); i++) {
            scores.put(found.products().get(i), fusion.byWords(i + 1));
        }
        for (int i = 0; i < near.size(); i++) {
            int product = near.get(i).document();
            if (scores.containsKey(product)
                    || added.contains(product)
                    || found.others().contains(product)) {
                scores.merge(product, fusion.byMeaning(i + 1, relaxed), Double::sum);
            }
        }
        return scores;
    }
}
