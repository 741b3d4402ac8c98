package org.xiangpei.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

import org.xiangpei.search.SearchQuery;
import org.xiangpei.search.SearchResult;
import org.xiangpei.search.SearchResult.FoundBy;
import org.xiangpei.search.SearchResult.Hit;
import org.xiangpei.search.SentenceVector;
import org.xiangpei.search.lucene.RemoteIndex.Found;
import org.xiangpei.search.lucene.RemoteIndex.Product;
import org.xiangpei.shared.Page;

final class RemoteProductSearch {

    private final RemoteIndex index;
    private final SearchQuery asked;
    private final Question question;
    private final TextQuery texts;

    RemoteProductSearch(RemoteIndex index, RemoteView view, SearchQuery asked, Optional<SentenceVector> meaning) {
        this.index = index;
        this.asked = asked;
        this.question = Question.of(asked.text(), view.lexicon());
        this.texts = view.texts(Component.ALL);
    }

    SearchResult run() throws IOException {
        if (asked.text().isBlank()) {
            return answer(MatchAllDocsQuery.INSTANCE, Map.of(), false);
        }
        if (question.things().isEmpty()) {
            return answer(MatchNoDocsQuery.INSTANCE, Map.of(), false);
        }
        Query all =
                texts.all(question, question.things().stream().map(texts::word).toList());
        SearchResult found = answer(all, Map.of(), false);
        if (found.hits().total() > 0 || (!asked.selected().isEmpty() && count(all) > 0)) {
            return found;
        }
        Meant meant = Meant.of(question, texts, this::count);
        if (!meant.wanted().isEmpty()) {
            return answer(texts.all(question, meant.wanted()), meant.replaced(), true);
        }
        Query some = new Relaxation(texts, this::count).of(question);
        return answer(some, Map.of(), count(some) > 0);
    }

    private int count(Query query) {
        return (int) index.count(QueryDsl.of(query), asked);
    }

    private SearchResult answer(Query text, Map<String, Query> replaced, boolean relaxed) throws IOException {
        Map<String, Object> words = QueryDsl.of(text);
        boolean ranked = !question.things().isEmpty();
        Found found = index.page(words, asked, ranked);
        Product first = replaced.isEmpty() ? null : index.first(words, asked, ranked);
        return new SearchResult(
                new Page<>(asked.page(), asked.size(), found.total(), hits(found, replaced.keySet(), ranked)),
                found.facets(),
                relaxed,
                first == null ? null : respelt(replaced.keySet(), first));
    }

    private List<Hit> hits(Found found, Set<String> replaced, boolean ranked) throws IOException {
        var hits = new ArrayList<Hit>();
        if (!ranked || found.products().isEmpty()) {
            found.products().forEach(it -> hits.add(new Hit(it.code(), 0, List.of(), Set.of())));
            return hits;
        }
        List<Product> products = found.products();
        try (var marked =
                new MarkedProducts(products.stream().map(Product::texts).toList())) {
            TextQuery local = marked.texts();
            var highlights = new Highlights(
                    marked.searcher(),
                    local.marks(
                            question.things(), replaced.stream().map(local::near).toList()));
            for (int i = 0; i < products.size(); i++) {
                hits.add(new Hit(
                        products.get(i).code(), products.get(i).score(), highlights.of(i), Set.of(FoundBy.WORDS)));
            }
        }
        return hits;
    }

    /** The question with what the best hit has in the place of the words that occur nowhere. */
    private @Nullable String respelt(Set<String> replaced, Product best) throws IOException {
        String text = Folding.fold(asked.text()).strip();
        try (var marked = new MarkedProducts(List.of(best.texts()))) {
            for (String word : replaced) {
                String meant =
                        new Highlights(marked.searcher(), marked.texts().near(word)).first(0);
                if (meant == null || !text.contains(word)) {
                    return null;
                }
                text = text.replace(word, meant);
            }
        }
        return text;
    }
}
