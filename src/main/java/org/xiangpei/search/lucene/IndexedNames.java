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
    public List<Named> find(Suggestion.Kind kind, String folded, int count) throws IOException {
        Query query = new BooleanQuery.Builder()
                .add(ProductFilters.kind(kind), Occur.FILTER)
                .add(
                        new BooleanQuery.Builder()
                                .add(view.texts().beginning(EntryDocument.BEGINNING, folded), Occur.SHOULD)
                                .add(new PrefixQuery(new Term(EntryDocument.FOLDED_CODE, folded.strip())), Occur.SHOULD)
                                .build(),
                        Occur.MUST)
                .build();
        var found = new ArrayList<Named>();
        for (ScoreDoc hit : view.searcher().search(query, count, ProductFilters.BY_SCORE, true).scoreDocs) {
            Document stored = view.searcher().storedFields().document(hit.doc, STORED);
            var suggestion = new Suggestion(
                    kind,
                    stored.get(EntryDocument.CODE),
                    stored.get(EntryDocument.TEXT),
                    stored.get(EntryDocument.DETAIL));
            found.add(new Named(suggestion, List.of(stored.getValues(EntryDocument.NAMES)), hit.score));
        }
        return found;
    }
}
