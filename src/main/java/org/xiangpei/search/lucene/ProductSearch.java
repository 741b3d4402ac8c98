package org.xiangpei.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
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
import org.xiangpei.search.SearchSort;
import org.xiangpei.search.SentenceVector;
import org.xiangpei.search.SpecificationJudge;
import org.xiangpei.search.lucene.FusedRanking.Fused;
import org.xiangpei.search.lucene.ProductIndex.Found;
import org.xiangpei.search.lucene.ProductIndex.Ranked;
import org.xiangpei.shared.Page;

/**
 * One search: all the words first; when no product has all, what was probably meant; when that is nothing either, some of them. What the
 * question means ranks what the words find, and adds to it where that is little. It is the same for every index.
 */
final class ProductSearch {

    private final ProductIndex index;
    private final SearchQuery asked;
    private final SpecificationJudge judge;
    private final Set<Component> components;
    private final Question question;
    private final TextQuery texts;
    private final FusedRanking ranking;
    private @Nullable Recognition recognition;

    /** Each step of reading a question again asks for its words. */
    private final Map<Query, Boolean> findings = new HashMap<>();

    /** @param meaning of the asked text; empty where it is not known */
    ProductSearch(
            ProductIndex index,
            SearchQuery asked,
            Optional<SentenceVector> meaning,
            SpecificationJudge judge,
            Set<Component> components)
            throws IOException {
        this.index = index;
        this.asked = asked;
        this.judge = judge;
        this.components = components;
        this.question = Question.of(asked.text(), index.lexicon());
        this.texts = index.texts();
        Fusion fusion = Fusion.DEFAULT;
        this.ranking = new FusedRanking(
                index, fusion, meaning.isEmpty() ? List.of() : index.nearest(meaning.get(), fusion.window()));
    }

    SearchResult run() throws IOException {
        if (asked.text().isBlank()) {
            return answer(Fused.byWordsAlone(MatchAllDocsQuery.INSTANCE), Map.of(), false);
        }
        if (question.things().isEmpty()) {
            return answer(Fused.byWordsAlone(MatchNoDocsQuery.INSTANCE), Map.of(), false);
        }
        Query all =
                texts.all(question, question.things().stream().map(texts::word).toList());
        SearchResult found = answer(ranking.of(all, false), Map.of(), false);
        if (found.hits().total() > 0 || (!asked.selected().isEmpty() && finds(all))) {
            return found;
        }
        Meant meant = Meant.of(question, texts, this::finds);
        if (!meant.wanted().isEmpty()) {
            return answer(Fused.byWordsAlone(texts.all(question, meant.wanted())), meant.replaced(), true);
        }
        Query some = components.contains(Component.RELAXATION) && !(question.isShort() && ranking.isForeign())
                ? new Relaxation(texts, this::finds).of(question)
                : MatchNoDocsQuery.INSTANCE;
        Fused relaxed = ranking.of(some, true);
        return answer(relaxed, Map.of(), index.finds(relaxed));
    }

    /** Whatever facets are chosen: choosing one must not change what the words mean. */
    private boolean finds(Query query) throws IOException {
        Boolean known = findings.get(query);
        if (known == null) {
            known = TextQuery.canMatch(query) && index.finds(Fused.byWordsAlone(query));
            findings.put(query, known);
        }
        return known;
    }

    private SearchResult answer(Fused text, Map<String, Query> replaced, boolean relaxed) throws IOException {
        long from = (asked.page() - 1L) * asked.size();
        List<Quantity> quantities = quantities();
        boolean judged = !quantities.isEmpty() && from < AskedSpecifications.JUDGED;
        Found found = judged
                ? index.find(text, 0, Math.max((int) from + asked.size(), AskedSpecifications.JUDGED))
                : index.find(text, from, asked.size());
        List<Ranked> best = judged || quantities.isEmpty()
                ? found.hits()
                : index.find(text, 0, AskedSpecifications.JUDGED).hits();
        var specifications =
                AskedSpecifications.of(quantities, best, recognition().categories(), index, judge);
        List<Ranked> page = judged
                ? specifications.ranked(found.hits()).stream()
                        .skip(from)
                        .limit(asked.size())
                        .toList()
                : found.hits();
        return new SearchResult(
                new Page<>(
                        asked.page(), asked.size(), found.total(), hits(text, page, replaced.keySet(), specifications)),
                found.facets(),
                relaxed,
                replaced.isEmpty()
                        ? null
                        : respelt(
                                replaced.keySet(),
                                judged || from == 0
                                        ? found.hits()
                                        : index.find(text, 0, 1).hits()),
                hasWords() ? recognition().with(specifications) : List.of());
    }

    /** Only an order by relevance heeds what is asked of properties. */
    private List<Quantity> quantities() {
        return asked.sort() == SearchSort.RELEVANCE && components.contains(Component.SPECIFICATIONS)
                ? question.quantities()
                : List.of();
    }

    private Recognition recognition() throws IOException {
        if (recognition == null) {
            recognition = new Recognition(index, question);
        }
        return recognition;
    }

    /** The question with what the best hit has in the place of the words that occur nowhere. */
    private @Nullable String respelt(Set<String> replaced, List<Ranked> hits) throws IOException {
        if (hits.isEmpty()) {
            return null;
        }
        ReadProduct best = index.read(hits.getFirst().product());
        String text = Folding.fold(asked.text()).strip();
        for (String word : replaced) {
            String meant = Highlights.meant(word, best, texts);
            if (meant == null || !text.contains(word)) {
                return null;
            }
            text = text.replace(word, meant);
        }
        return text;
    }

    private boolean hasWords() {
        return !question.things().isEmpty();
    }

    private List<Hit> hits(Fused text, List<Ranked> page, Set<String> replaced, AskedSpecifications specifications)
            throws IOException {
        var hits = new ArrayList<Hit>();
        if (!hasWords()) {
            page.forEach(
                    hit -> hits.add(new Hit(index.code(hit.product()), 0, List.of(), Set.of(), List.of(), List.of())));
            return hits;
        }
        var highlights = new Highlights(texts, question.things(), replaced);
        for (Ranked hit : page) {
            Marked marked = highlights.of(index.read(hit.product()));
            Set<FoundBy> foundBy = text.foundBy(hit.product());
            hits.add(new Hit(
                    index.code(hit.product()),
                    hit.score(),
                    marked.highlights(),
                    foundBy,
                    marked.reasons(foundBy.contains(FoundBy.MEANING)),
                    specifications.fits(hit.product())));
        }
        return hits;
    }
}
