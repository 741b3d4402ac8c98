package org.xiangpei.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
import org.xiangpei.shared.Page;

/** One search: all the words first, some of them when no product has all, and then also a better spelling. */
final class ProductSearch {

    private final View view;
    private final SearchQuery asked;
    private final Set<Component> components;
    private final List<Word> words;
    private final TextQuery texts;
    private final Query listed;

    ProductSearch(View view, SearchQuery asked, Set<Component> components) {
        this.view = view;
        this.asked = asked;
        this.components = components;
        this.words = QueryWords.of(asked.text(), view.lexicon());
        this.texts = view.texts(components);
        this.listed = ProductFilters.status(asked.status(), asked.day());
    }

    SearchResult run() throws IOException {
        if (asked.text().isBlank()) {
            return answer(MatchAllDocsQuery.INSTANCE, false, null);
        }
        if (words.isEmpty()) {
            return answer(MatchNoDocsQuery.INSTANCE, false, null);
        }
        Query all = texts.all(asked.text(), words);
        SearchResult found = answer(all, false, null);
        if (found.hits().total() > 0 || (!asked.selected().isEmpty() && count(all) > 0)) {
            return found;
        }
        Query some = components.contains(Component.RELAXATION)
                ? new Relaxation(texts, this::count).of(asked.text(), words)
                : MatchNoDocsQuery.INSTANCE;
        String better = components.contains(Component.SPELLING)
                ? new Spelling(view, this::countOf).better(asked.text(), words)
                : null;
        return answer(some, count(some) > 0, better);
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

    private SearchResult answer(Query text, boolean relaxed, @Nullable String better) throws IOException {
        DrillDownQuery query = new DrillDownQuery(
                EntryDocument.FACETS,
                new BooleanQuery.Builder()
                        .add(text, Occur.MUST)
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
                new Page<>(asked.page(), asked.size(), found.hits.totalHits.value(), hits(found.hits.scoreDocs)),
                FacetCounts.of(found.facets, asked.selected()),
                relaxed,
                better);
    }

    private List<Hit> hits(ScoreDoc[] found) throws IOException {
        var highlights = new Highlights(view, texts.marks(words));
        var hits = new ArrayList<Hit>();
        for (long i = (asked.page() - 1L) * asked.size(); i < found.length; i++) {
            ScoreDoc hit = found[(int) i];
            hits.add(new Hit(view.code(hit.doc), words.isEmpty() ? 0 : hit.score, highlights.of(hit.doc)));
        }
        return hits;
    }
}
