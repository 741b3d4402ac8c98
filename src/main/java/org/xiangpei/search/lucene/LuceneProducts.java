package org.xiangpei.search.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.DrillSideways;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;

import org.xiangpei.search.IndexedProperty;
import org.xiangpei.search.SearchQuery;
import org.xiangpei.search.SentenceVector;
import org.xiangpei.search.StatedSpecification;
import org.xiangpei.search.lucene.FusedRanking.Fused;
import org.xiangpei.search.lucene.RemoteIndex.Called;
import org.xiangpei.search.lucene.View.Occurrence;

/** Our own index, as one search asks it. */
final class LuceneProducts implements ProductIndex {

    private final View view;
    private final SearchQuery asked;
    private final Set<Component> components;
    private final TextQuery texts;
    private final Query listed;

    LuceneProducts(View view, SearchQuery asked, Set<Component> components) {
        this.view = view;
        this.asked = asked;
        this.components = components;
        this.texts = view.texts(components);
        this.listed = view.listed(asked.status(), asked.day());
    }

    @Override
    public Lexicon lexicon() {
        return view.lexicon();
    }

    @Override
    public TextQuery texts() {
        return texts;
    }

    @Override
    public boolean finds(Fused text) throws IOException {
        Query query = new BooleanQuery.Builder()
                .add(FusedQuery.of(view, text), Occur.FILTER)
                .add(listed, Occur.FILTER)
                .build();
        // One manager a search: it remembers what would still be competitive.
        var first = new TopScoreDocCollectorManager(1, 1);
        return view.searcher().search(new ConstantScoreQuery(query), first).scoreDocs.length > 0;
    }

    @Override
    public boolean occurs(Word word) throws IOException {
        return view.occurrences().get(new Occurrence(word, components, asked.status(), asked.day()), it -> {
            Query query = texts.word(word);
            return TextQuery.canMatch(query) && finds(Fused.byWordsAlone(query));
        });
    }

    /** A score alone finds nothing here: it does no harm to name all. */
    @Override
    public Best best(Query words, int count, Set<Integer> among) throws IOException {
        TopDocs found = view.searcher().search(amongListed(words), count, ProductFilters.BY_SCORE);
        return new Best(
                found.totalHits.value(),
                Arrays.stream(found.scoreDocs).map(hit -> hit.doc).toList(),
                among);
    }

    @Override
    public List<Neighbour> nearest(SentenceVector meaning, int count) throws IOException {
        return view.nearest(meaning, count, listed);
    }

    @Override
    public Found find(Fused text, long from, int count) throws IOException {
        if (view.facets() == null) {
            return new Found(0, List.of(), FacetCounts.of(null, asked.selected()));
        }
        DrillDownQuery query = new DrillDownQuery(EntryDocument.FACETS, amongListed(FusedQuery.of(view, text)));
        asked.selected()
                .forEach((facet, values) -> values.forEach(value -> query.add(EntryDocument.dimension(facet), value)));
        int last = (int) Math.min(from + count, Math.max(1, view.reader().maxDoc()));
        Sort sort = ProductFilters.sort(asked.sort(), !text.isList());
        boolean scored = sort.equals(ProductFilters.BY_SCORE);
        var found = new DrillSideways(view.searcher(), EntryDocument.FACETS, view.facets())
                .search(query, null, null, last, sort, !scored);
        return new Found(
                found.hits.totalHits.value(),
                Arrays.stream(found.hits.scoreDocs)
                        .skip(from)
                        .map(hit -> ranked(hit, scored))
                        .toList(),
                FacetCounts.of(found.facets, asked.selected()));
    }

    @Override
    public ReadProduct read(int product) throws IOException {
        return view.read(product);
    }

    @Override
    public String code(int product) {
        return view.code(product);
    }

    @Override
    public String category(int product) {
        return view.category(product);
    }

    @Override
    public Map<String, StatedSpecification> specifications(int product) throws IOException {
        return view.specifications(product);
    }

    @Override
    public List<IndexedProperty> properties(String category) {
        return view.properties(category);
    }

    @Override
    public Map<String, Called> called(Collection<String> squashed) throws IOException {
        var called = new HashMap<String, Called>();
        for (String name : squashed) {
            Called found = view.called(name);
            if (found != null) {
                called.put(name, found);
            }
        }
        return called;
    }

    @Override
    public Map<String, String> certificates() {
        return view.certificates();
    }

    private Query amongListed(Query text) {
        return new BooleanQuery.Builder()
                .add(text, Occur.MUST)
                .add(listed, Occur.FILTER)
                .build();
    }

    /** An order by score has the score in it: it need not be computed again. */
    private static Ranked ranked(ScoreDoc hit, boolean scored) {
        return new Ranked(hit.doc, scored ? (Float) ((FieldDoc) hit).fields[0] : hit.score);
    }
}
