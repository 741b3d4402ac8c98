package org.xiangpei.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

import org.xiangpei.search.FoundProduct;
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
            return list(MatchAllDocsQuery.INSTANCE);
        }
        if (question.things().isEmpty()) {
            return list(MatchNoDocsQuery.INSTANCE);
        }
        List<Query> words = question.things().stream().map(texts::word).toList();
        if (words.stream().allMatch(TextQuery::canMatch)) {
            Fused all = ranking.of(texts.all(question, words), false);
            Found found = find(all);
            if (isAny(found, all)) {
                return answer(all, found, Set.of(), false);
            }
        }
        SearchResult meant = meant();
        return meant == null ? some() : meant;
    }

    /** With what was probably meant by words that occur nowhere; null when that is nothing. */
    private @Nullable SearchResult meant() throws IOException {
        Meant byWords = Meant.byWords(question, index);
        if (byWords.replaced().isEmpty()) {
            return null;
        }
        SearchResult found = with(byWords);
        return found == null ? with(Meant.asOneWord(question, texts)) : found;
    }

    private @Nullable SearchResult with(Meant meant) throws IOException {
        if (!meant.wanted().stream().allMatch(TextQuery::canMatch)) {
            return null;
        }
        Fused text = Fused.byWordsAlone(texts.all(question, meant.wanted()));
        Found found = find(text);
        return isAny(found, text) ? answer(text, found, meant.replaced(), true) : null;
    }

    private SearchResult some() throws IOException {
        Query some = components.contains(Component.RELAXATION) && !(question.isShort() && ranking.isForeign())
                ? new Relaxation(index).of(question)
                : MatchNoDocsQuery.INSTANCE;
        Fused relaxed = ranking.of(some, true);
        Found found = find(relaxed);
        return answer(relaxed, found, Set.of(), isAny(found, relaxed));
    }

    /** Whatever facets are chosen: choosing one must not change what the words mean. */
    private boolean isAny(Found found, Fused text) throws IOException {
        return found.total() > 0 || (!asked.selected().isEmpty() && index.finds(text));
    }

    private SearchResult list(Query all) throws IOException {
        Fused text = Fused.byWordsAlone(all);
        return answer(text, find(text), Set.of(), false);
    }

    /** The page, or all that is judged when it is among that. */
    private Found find(Fused text) throws IOException {
        return isJudged()
                ? index.find(text, 0, Math.max((int) from() + asked.size(), AskedSpecifications.JUDGED))
                : index.find(text, from(), asked.size());
    }

    private long from() {
        return (asked.page() - 1L) * asked.size();
    }

    private boolean isJudged() {
        return !quantities().isEmpty() && from() < AskedSpecifications.JUDGED;
    }

    private SearchResult answer(Fused text, Found found, Set<String> replaced, boolean relaxed) throws IOException {
        long from = from();
        List<Quantity> quantities = quantities();
        boolean judged = isJudged();
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
                new Page<>(asked.page(), asked.size(), found.total(), hits(text, page, replaced, specifications)),
                found.facets(),
                relaxed,
                replaced.isEmpty()
                        ? null
                        : respelt(
                                replaced,
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
            for (Ranked hit : page) {
                FoundProduct product = index.read(hit.product()).found();
                hits.add(new Hit(product, 0, List.of(), Set.of(), List.of(), List.of()));
            }
            return hits;
        }
        var highlights = new Highlights(texts, question.things(), replaced);
        for (Ranked hit : page) {
            ReadProduct product = index.read(hit.product());
            Marked marked = highlights.of(product);
            Set<FoundBy> foundBy = text.foundBy(hit.product());
            hits.add(new Hit(
                    product.found(),
                    hit.score(),
                    marked.highlights(),
                    foundBy,
                    marked.reasons(foundBy.contains(FoundBy.MEANING)),
                    specifications.fits(hit.product())));
        }
        return hits;
    }
}
