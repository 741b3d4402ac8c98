package org.xiangpei.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

import org.xiangpei.search.Suggestion;
import org.xiangpei.search.lucene.RemoteIndex.Named;

/** The names in our own index. */
record IndexedNames(View view) implements Suggestions.Names {

    private static final Set<String> STORED =
            Set.of(EntryDocument.CODE, EntryDocument.TEXT, EntryDocument.DETAIL, EntryDocument.NAMES);

    @Override
    public List<Named> find(Suggestion.Kind kind, Query query, int count) throws IOException {
        Query named = new BooleanQuery.Builder()
                .add(ProductFilters.kind(kind), Occur.FILTER)
                .add(query, Occur.MUST)
                .build();
        var found = new ArrayList<Named>();
        for (ScoreDoc hit : view.searcher().search(named, count).scoreDocs) {
            Document stored = view.searcher().storedFields().document(hit.doc, STORED);
            var suggestion = new Suggestion(
                    kind,
                    stored.get(EntryDocument.CODE),
                    stored.get(EntryDocument.TEXT),
                    stored.get(EntryDocument.DETAIL),
                    List.of());
            found.add(new Named(suggestion, List.of(stored.getValues(EntryDocument.NAMES)), hit.score));
        }
        return found;
    }

    @Override
    public List<Named> findCoded(Suggestion.Kind kind, Query query, String code, int count) throws IOException {
        Query either = new BooleanQuery.Builder()
                .add(query, Occur.SHOULD)
                .add(new PrefixQuery(new Term(EntryDocument.FOLDED_CODE, code)), Occur.SHOULD)
                .build();
        return find(kind, either, count);
    }
}
