package org.xiangpei.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

import org.xiangpei.search.Suggestion;
import org.xiangpei.search.lucene.RemoteIndex.Named;

/** The names in our own index. */
record IndexedNames(View view) implements Suggestions.Names {

    private static final float BY_CODE = 3000;
    private static final float BY_START = 2000;
    private static final float BY_OTHER_START = 1000;

    private static final Set<String> STORED =
            Set.of(EntryDocument.CODE, EntryDocument.TEXT, EntryDocument.DETAIL, EntryDocument.NAMES);

    @Override
    public List<Named> find(Suggestion.Kind kind, Query query, int count) throws IOException {
        return search(
                new BooleanQuery.Builder()
                        .add(ProductFilters.kind(kind), Occur.FILTER)
                        .add(query, Occur.MUST)
                        .build(),
                kind,
                count);
    }

    @Override
    public List<Named> findCoded(Suggestion.Kind kind, Query query, String code, int count) throws IOException {
        String start = EntryDocument.start(EntryDocument.squash(code));
        return search(
                new BooleanQuery.Builder()
                        .add(ProductFilters.kind(kind), Occur.FILTER)
                        .add(
                                new BooleanQuery.Builder()
                                        .add(query, Occur.SHOULD)
                                        .add(codes(code), Occur.SHOULD)
                                        .build(),
                                Occur.MUST)
                        .add(first(EntryDocument.FOLDED_CODE, code, BY_CODE), Occur.SHOULD)
                        .add(first(EntryDocument.STARTS, start, BY_START), Occur.SHOULD)
                        .add(first(EntryDocument.OTHER_STARTS, start, BY_OTHER_START), Occur.SHOULD)
                        .build(),
                kind,
                count);
    }

    private List<Named> search(Query query, Suggestion.Kind kind, int count) throws IOException {
        var found = new ArrayList<Named>();
        for (ScoreDoc hit : view.searcher().search(query, count, ProductFilters.BY_SCORE).scoreDocs) {
            Document stored = view.searcher().storedFields().document(hit.doc, STORED);
            var suggestion = new Suggestion(
                    kind,
                    stored.get(EntryDocument.CODE),
                    stored.get(EntryDocument.TEXT),
                    stored.get(EntryDocument.DETAIL),
                    List.of());
            found.add(new Named(suggestion, List.of(stored.getValues(EntryDocument.NAMES)), score(hit)));
        }
        return found;
    }

    private static float score(ScoreDoc hit) {
        return (Float) ((FieldDoc) hit).fields[0];
    }

    private static Query first(String field, String term, float weight) {
        return new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term(field, term))), weight);
    }

    /** Only the first that begin so: all of a million codes may begin with the same letter. */
    private Query codes(String beginning) {
        List<BytesRef> codes = new IndexTerms(view.reader())
                .startingWith(EntryDocument.FOLDED_CODE, beginning).stream()
                        .map(BytesRef::new)
                        .toList();
        return codes.isEmpty()
                ? MatchNoDocsQuery.INSTANCE
                : new ConstantScoreQuery(new TermInSetQuery(EntryDocument.FOLDED_CODE, codes));
    }
}
