package org.xiangpei.search.lucene;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;

import org.xiangpei.search.SearchResult.FoundBy;

/**
 * Ranks what the words of a question find also by what the question means, and adds products that only mean it where the words find
 * little. Facets come later and only narrow: what belongs to the answer does not depend on them, and so the counts fit the hits.
 */
final class FusedRanking {

    private final View view;
    private final Query listed;
    private final Fusion fusion;
    private final List<Neighbour> near;

    /**
     * @param listed the products that the search sees, whatever facets are chosen
     * @param near the products nearest to the question's meaning, the nearest first; none where meaning is not known
     */
    FusedRanking(View view, Query listed, Fusion fusion, List<Neighbour> near) {
        this.view = view;
        this.listed = listed;
        this.fusion = fusion;
        this.near = near;
    }

    /**
     * @param query finds the products and orders them by score
     * @param alike documents that mean what was asked
     * @param added those of them that have none of the words
     */
    record Fused(Query query, Set<Integer> alike, Set<Integer> added) {

        static Fused byWordsAlone(Query words) {
            return new Fused(words, Set.of(), Set.of());
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
        TopDocs found = byWords(words);
        if (found.totalHits.value() == 0 && !relaxed) {
            return Fused.byWordsAlone(words);
        }
        Set<Integer> added = fusion.adds(found.totalHits.value(), relaxed) ? added(found, relaxed) : Set.of();
        return new Fused(
                FusedQuery.of(view, words, added, scores(found, relaxed)),
                near.stream()
                        .filter(it -> it.similarity() >= fusion.alike())
                        .map(Neighbour::document)
                        .collect(Collectors.toSet()),
                added);
    }

    /** Whether a question means nothing that the catalogue has: then what has some of its words has them by chance. */
    boolean isForeign() {
        return !near.isEmpty() && near.getFirst().similarity() < fusion.related();
    }

    private TopDocs byWords(Query words) throws IOException {
        Query query = new BooleanQuery.Builder()
                .add(words, Occur.MUST)
                .add(listed, Occur.FILTER)
                .build();
        return view.searcher().search(query, fusion.window(), ProductFilters.BY_SCORE);
    }

    /** All that the words find are among the found ones: products are added only where these are few. */
    private Set<Integer> added(TopDocs found, boolean relaxed) {
        Set<Integer> byWords = new HashSet<>();
        Set<String> categories = new HashSet<>();
        for (ScoreDoc hit : found.scoreDocs) {
            byWords.add(hit.doc);
            categories.add(view.category(hit.doc));
        }
        double alike = relaxed ? fusion.alike(near.getFirst().similarity(), byWords.isEmpty()) : fusion.alike();
        return near.stream()
                .filter(it -> it.similarity() >= alike && !byWords.contains(it.document()))
                .filter(it -> relaxed || categories.contains(view.category(it.document())))
                .limit(fusion.mostAdded())
                .map(Neighbour::document)
                .collect(Collectors.toSet());
    }

    private Map<Integer, Double> scores(TopDocs found, boolean relaxed) {
        var scores = new HashMap<Integer, Double>();
        for (int i = 0; i < found.scoreDocs.length; i++) {
            scores.put(found.scoreDocs[i].doc, fusion.byWords(i + 1));
        }
        for (int i = 0; i < near.size(); i++) {
            scores.merge(near.get(i).document(), fusion.byMeaning(i + 1, relaxed), Double::sum);
        }
        return scores;
    }
}
