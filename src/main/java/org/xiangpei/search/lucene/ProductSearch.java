package org.xiangpei.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.DrillSideways;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

import org.xiangpei.search.SearchQuery;
import org.xiangpei.search.SearchResult;
import org.xiangpei.search.SearchResult.Hit;
import org.xiangpei.search.SentenceVector;
import org.xiangpei.search.lucene.FusedRanking.Fused;
import org.xiangpei.shared.Page;

/**
 * One search: all the words first, some of them when no product has all, and then also a better spelling. What the question means ranks
 * what the words find, and adds to it where that is little.
 */
final class ProductSearch {

    private final View view;
    private final SearchQuery asked;
    private final Set<Component> components;
    private final List<Word> words;
    private final TextQuery texts;
    private final Query listed;
    private final FusedRanking ranking;

    /** @param meaning of the asked text; empty where it is not known */
    ProductSearch(View view, SearchQuery asked, Optional<SentenceVector> meaning, Set<Component> components)
            throws IOException {
        this.view = view;
        this.asked = asked;
        this.components = components;
        this.words = QueryWords.of(asked.text(), view.lexicon());
        this.texts = view.texts(components);
        this.listed = ProductFilters.status(asked.status(), asked.day());
        Fusion fusion = Fusion.DEFAULT;
        this.ranking = new FusedRanking(
                view,
                listed,
                fusion,
                meaning.isEmpty() ? List.of() : view.nearest(meaning.get(), fusion.window(), listed));
    }

    SearchResult run() throws IOException {
        if (asked.text().isBlank()) {
            return answer(Fused.byWordsAlone(MatchAllDocsQuery.INSTANCE), false, null);
        }
        if (words.isEmpty()) {
            return answer(Fused.byWordsAlone(MatchNoDocsQuery.INSTANCE), false, null);
        }
        Query all = texts.all(asked.text(), words);
        SearchResult found = answer(ranking.of(all, false), false, null);
        if (found.hits().total() > 0 || (!asked.selected().isEmpty() && count(all) > 0)) {
            return found;
        }
        Query some = components.contains(Component.RELAXATION)
                ? new Relaxation(texts, this::count).of(asked.text(), words)
                : MatchNoDocsQuery.INSTANCE;
        Fused fused = ranking.of(some, true);
        String better = components.contains(Component.SPELLING)
                ? new Spelling(view, this::countOf).better(asked.text(), words)
                : null;
        return answer(fused, count(fused.query()) > 0, better);
    }

    /** Whatever facets are chosen: choosing one must not change what the words mean. */
    private int count(Query query) throws IOException {
        return view.searcher()
                .count(new BooleanQuery.Builder()
                        .add(query, Occur.FILTER)
                        .add(listed, Occur.FILTER)
                        .build());
    }

    private int countOf(String text) throws IOException {
        List<Word> other = QueryWords.of(text, view.lexicon());
        return other.isEmpty() ? 0 : count(texts.all(text, other));
    }

    private SearchResult answer(Fused text, boolean relaxed, @Nullable String better) throws IOException {
        DrillDownQuery query = new DrillDownQuery(
                EntryDocument.FACETS,
                new BooleanQuery.Builder()
                        .add(text.query(), Occur.MUST)
                        .add(listed, Occur.FILTER)
                        .build());
        asked.selected()
                .forEach((facet, values) -> values.forEach(value -> query.add(EntryDocument.dimension(facet), value)));

        if (view.facets() == null) {
            return new SearchResult(
                    new Page<>(asked.page(), asked.size(), 0, List.of()),
                    FacetCounts.of(null, asked.selected()),
                    false,
                    null);
        }
        var sort = ProductFilters.sort(asked.sort(), !words.isEmpty());
        int last = (int) Math.min(
                (long) asked.page() * asked.size(), Math.max(1, view.reader().maxDoc()));
        var found = new DrillSideways(view.searcher(), EntryDocument.FACETS, view.facets())
                .search(query, null, null, last, sort, true);
        return new SearchResult(
                new Page<>(asked.page(), asked.size(), found.hits.totalHits.value(), hits(text, found.hits.scoreDocs)),
                FacetCounts.of(found.facets, asked.selected()),
                relaxed,
                better);
    }

    private List<Hit> hits(Fused text, ScoreDoc[] found) throws IOException {
        var highlights = new Highlights(view, texts.marks(words));
        var hits = new ArrayList<Hit>();
        for (long i = (asked.page() - 1L) * asked.size(); i < found.length; i++) {
            ScoreDoc hit = found[(int) i];
            hits.add(
                    words.isEmpty()
                            ? new Hit(view.code(hit.doc), 0, List.of(), Set.of())
                            : new Hit(view.code(hit.doc), hit.score, highlights.of(hit.doc), text.foundBy(hit.doc)));
        }
        return hits;
    }
}
