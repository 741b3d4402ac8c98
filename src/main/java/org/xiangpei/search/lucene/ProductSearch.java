package org.xiangpei.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.xiangpei.search.SearchResult.FoundBy;
import org.xiangpei.search.SearchResult.Hit;
import org.xiangpei.search.SearchSort;
import org.xiangpei.search.SentenceVector;
import org.xiangpei.search.SpecificationJudge;
import org.xiangpei.search.lucene.FusedRanking.Fused;
import org.xiangpei.shared.Page;

/**
 * One search: all the words first; when no product has all, what was probably meant; when that is nothing either, some of them. What the
 * question means ranks what the words find, and adds to it where that is little.
 */
final class ProductSearch {

    private final View view;
    private final SearchQuery asked;
    private final SpecificationJudge judge;
    private final Set<Component> components;
    private final Question question;
    private final TextQuery texts;
    private final Query listed;
    private final FusedRanking ranking;

    /** @param meaning of the asked text; empty where it is not known */
    ProductSearch(
            View view,
            SearchQuery asked,
            Optional<SentenceVector> meaning,
            SpecificationJudge judge,
            Set<Component> components)
            throws IOException {
        this.view = view;
        this.asked = asked;
        this.judge = judge;
        this.components = components;
        this.question = Question.of(asked.text(), view.lexicon());
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
            return answer(Fused.byWordsAlone(MatchAllDocsQuery.INSTANCE), Map.of(), false);
        }
        if (question.things().isEmpty()) {
            return answer(Fused.byWordsAlone(MatchNoDocsQuery.INSTANCE), Map.of(), false);
        }
        Query all =
                texts.all(question, question.things().stream().map(texts::word).toList());
        SearchResult found = answer(ranking.of(all, false), Map.of(), false);
        if (found.hits().total() > 0 || (!asked.selected().isEmpty() && count(all) > 0)) {
            return found;
        }
        Meant meant = Meant.of(question, texts, this::count);
        if (!meant.wanted().isEmpty()) {
            return answer(Fused.byWordsAlone(texts.all(question, meant.wanted())), meant.replaced(), true);
        }
        Query some = components.contains(Component.RELAXATION) && !(question.isShort() && ranking.isForeign())
                ? new Relaxation(texts, this::count).of(question)
                : MatchNoDocsQuery.INSTANCE;
        Fused relaxed = ranking.of(some, true);
        return answer(relaxed, Map.of(), count(relaxed.query()) > 0);
    }

    /** Whatever facets are chosen: choosing one must not change what the words mean. */
    private int count(Query query) throws IOException {
        return view.searcher()
                .count(new BooleanQuery.Builder()
                        .add(query, Occur.FILTER)
                        .add(listed, Occur.FILTER)
                        .build());
    }

    private SearchResult answer(Fused text, Map<String, Query> replaced, boolean relaxed) throws IOException {
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
                    null,
                    List.of());
        }
        var sort = ProductFilters.sort(asked.sort(), hasWords());
        List<Quantity> quantities = quantities();
        int last = (int) Math.min(
                Math.max((long) asked.page() * asked.size(), quantities.isEmpty() ? 0 : AskedSpecifications.JUDGED),
                Math.max(1, view.reader().maxDoc()));
        var found = new DrillSideways(view.searcher(), EntryDocument.FACETS, view.facets())
                .search(query, null, null, last, sort, true);
        var recognition = new Recognition(view, question);
        var specifications =
                AskedSpecifications.of(quantities, found.hits.scoreDocs, recognition.categories(), view, judge);
        ScoreDoc[] ranked = specifications.ranked(found.hits.scoreDocs);
        var highlights = new Highlights(view.searcher(), texts, question.things(), replaced);
        return new SearchResult(
                new Page<>(
                        asked.page(),
                        asked.size(),
                        found.hits.totalHits.value(),
                        hits(text, ranked, highlights, specifications)),
                FacetCounts.of(found.facets, asked.selected()),
                relaxed,
                replaced.isEmpty() || found.hits.scoreDocs.length == 0
                        ? null
                        : respelt(replaced.keySet(), highlights, found.hits.scoreDocs[0].doc),
                hasWords() ? recognition.with(specifications) : List.of());
    }

    /** Only an order by relevance heeds what is asked of properties. */
    private List<Quantity> quantities() {
        return asked.sort() == SearchSort.RELEVANCE && components.contains(Component.SPECIFICATIONS)
                ? question.quantities()
                : List.of();
    }

    /** The question with what the best hit has in the place of the words that occur nowhere. */
    private @Nullable String respelt(Set<String> replaced, Highlights highlights, int best) throws IOException {
        String text = Folding.fold(asked.text()).strip();
        for (String word : replaced) {
            String meant = highlights.first(word, best);
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

    private List<Hit> hits(Fused text, ScoreDoc[] found, Highlights highlights, AskedSpecifications specifications)
            throws IOException {
        var hits = new ArrayList<Hit>();
        long from = (asked.page() - 1L) * asked.size();
        for (long i = from; i < Math.min(from + asked.size(), found.length); i++) {
            ScoreDoc hit = found[(int) i];
            hits.add(
                    hasWords()
                            ? hit(hit, text.foundBy(hit.doc), highlights.of(hit.doc), specifications)
                            : new Hit(view.code(hit.doc), 0, List.of(), Set.of(), List.of(), List.of()));
        }
        return hits;
    }

    private Hit hit(ScoreDoc hit, Set<FoundBy> foundBy, Marked marked, AskedSpecifications specifications)
            throws IOException {
        return new Hit(
                view.code(hit.doc),
                hit.score,
                marked.highlights(),
                foundBy,
                marked.reasons(foundBy.contains(FoundBy.MEANING)),
                specifications.fits(hit.doc));
    }
}
