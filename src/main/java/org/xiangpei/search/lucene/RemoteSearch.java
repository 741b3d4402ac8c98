package org.xiangpei.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.apache.lucene.search.Query;

import org.xiangpei.search.CandidateQuery;
import org.xiangpei.search.CatalogSearch;
import org.xiangpei.search.QuestionMeaning;
import org.xiangpei.search.SearchQuery;
import org.xiangpei.search.SearchResult;
import org.xiangpei.search.SentenceVector;
import org.xiangpei.search.SpecificationJudge;
import org.xiangpei.search.Suggestion;

/** The search port on an index in another process: our analysis and our rules, its index. */
public final class RemoteSearch implements CatalogSearch {

    private final RemoteIndex index;
    private final Supplier<RemoteView> view;
    private final QuestionMeaning meaning;
    private final SpecificationJudge judge;

    /** @param view what is known of the index just now */
    public RemoteSearch(
            RemoteIndex index, Supplier<RemoteView> view, QuestionMeaning meaning, SpecificationJudge judge) {
        this.index = index;
        this.view = view;
        this.meaning = meaning;
        this.judge = judge;
    }

    @Override
    public SearchResult search(SearchQuery query) {
        Optional<SentenceVector> vector = meaning.of(Folding.fold(query.text()));
        try {
            return new ProductSearch(new RemoteProducts(index, view.get(), query), query, vector, judge, Component.ALL)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Suggestion> suggest(String beginning, int limit) {
        try {
            return new Suggestions(new RemoteNames(index), view.get().texts()).of(beginning, limit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names in an index in another process. */
    private record RemoteNames(RemoteIndex index) implements Suggestions.Names {

        @Override
        public List<RemoteIndex.Named> find(Suggestion.Kind kind, Query query, int count) {
            return index.named(kind, QueryDsl.of(query), null, count);
        }

        @Override
        public List<RemoteIndex.Named> findCoded(Suggestion.Kind kind, Query query, String code, int count) {
            return index.named(kind, QueryDsl.of(query), code, count);
        }
    }

    @Override
    public List<Scored> candidates(CandidateQuery query) {
        List<Word> words = QueryWords.of(query.text(), view.get().lexicon());
        if (query.limit() < 1 || (query.category() == null && words.isEmpty())) {
            return List.of();
        }
        return index.candidates(
                words.isEmpty() ? null : QueryDsl.of(view.get().texts().any(words)), query);
    }

    @Override
    public Map<String, String> categoryNames() {
        return view.get().categoryNames();
    }
}
