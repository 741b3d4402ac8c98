package org.xiangpei.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;

import org.xiangpei.search.CandidateQuery;
import org.xiangpei.search.CatalogSearch;
import org.xiangpei.search.Facet;
import org.xiangpei.search.ListingStatus;
import org.xiangpei.search.QuestionMeaning;
import org.xiangpei.search.SearchQuery;
import org.xiangpei.search.SearchResult;
import org.xiangpei.search.SentenceVector;
import org.xiangpei.search.SpecificationJudge;
import org.xiangpei.search.Suggestion;

/** The search port on a Lucene index. */
public final class LuceneSearch implements CatalogSearch {

    private final Indexer indexer;
    private final QuestionMeaning meaning;
    private final SpecificationJudge judge;
    private final Set<Component> components;
    private final Turns searches = new Turns();

    /** Not those of the searches: who types does not wait for who asked something long. */
    private final Turns suggestions = new Turns();

    public LuceneSearch(Indexer indexer, QuestionMeaning meaning, SpecificationJudge judge) {
        this(indexer, meaning, judge, Component.ALL);
    }

    /** With some components only, to measure what the others are worth in a search for products. */
    public LuceneSearch(Indexer indexer, QuestionMeaning meaning, SpecificationJudge judge, Set<Component> components) {
        this.indexer = indexer;
        this.meaning = meaning;
        this.judge = judge;
        this.components = Set.copyOf(components);
    }

    @Override
    public SearchResult search(SearchQuery query) {
        return searches.take(() -> find(query));
    }

    private SearchResult find(SearchQuery query) {
        Optional<SentenceVector> vector =
                components.contains(Component.MEANING) ? meaning.of(Folding.fold(query.text())) : Optional.empty();
        return indexer.withView(view ->
                new ProductSearch(new LuceneProducts(view, query, components), query, vector, judge, components).run());
    }

    @Override
    public List<Suggestion> suggest(String beginning, int limit) {
        return suggestions.take(() ->
                indexer.withView(view -> new Suggestions(new IndexedNames(view), view.texts()).of(beginning, limit)));
    }

    @Override
    public List<Scored> candidates(CandidateQuery query) {
        return indexer.withView(view -> candidates(view, query));
    }

    @Override
    public Map<String, String> categoryNames() {
        return indexer.withView(View::categoryNames);
    }

    /** With a category all its products come, the text only orders them; without one, products that have any telling word. */
    private static List<Scored> candidates(View view, CandidateQuery query) throws IOException {
        List<Word> words = QueryWords.of(query.text(), view.lexicon());
        String category = query.category();
        if (query.limit() < 1 || (category == null && words.isEmpty())) {
            return List.of();
        }
        var wanted = new BooleanQuery.Builder();
        wanted.add(view.listed(ListingStatus.VALID, query.day()), Occur.FILTER);
        if (category != null) {
            wanted.add(ProductFilters.facet(Facet.CATEGORY, category), Occur.FILTER);
        }
        if (!words.isEmpty()) {
            wanted.add(view.texts().any(words), category == null ? Occur.MUST : Occur.SHOULD);
        }
        TopDocs found = view.searcher().search(wanted.build(), query.limit(), ProductFilters.BY_SCORE);
        var scored = new ArrayList<Scored>();
        for (ScoreDoc hit : found.scoreDocs) {
            scored.add(new Scored(view.codeKept(hit.doc), (Float) ((FieldDoc) hit).fields[0]));
        }
        return scored;
    }
}
