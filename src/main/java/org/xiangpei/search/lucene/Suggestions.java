package org.xiangpei.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

import org.xiangpei.search.Suggestion;

/** Completions of what is being typed: of a name from its beginning or from the middle, of another name, of a code. */
final class Suggestions {

    /** So many are looked at before the best are picked; those that begin as typed are among them. */
    private static final int LOOKED_AT = 50;

    private static final float BY_CODE = 3000;
    private static final float BY_START = 2000;
    private static final float BY_OTHER_START = 1000;

    private static final int LONGEST = 60;

    private static final Set<String> STORED =
            Set.of(EntryDocument.CODE, EntryDocument.TEXT, EntryDocument.DETAIL, EntryDocument.NAMES);

    private final View view;

    Suggestions(View view) {
        this.view = view;
    }

    List<Suggestion> of(String raw, int limit) throws IOException {
        String folded = Folding.fold(raw.length() > LONGEST ? raw.substring(0, LONGEST) : raw);
        var suggestions = new ArrayList<Suggestion>();
        if (Part.of(folded).isEmpty()) {
            return suggestions;
        }
        for (Suggestion.Kind kind : Suggestion.Kind.values()) {
            ranked(folded, kind).stream().limit(limit).map(Ranked::suggestion).forEach(suggestions::add);
        }
        return suggestions;
    }

    private record Ranked(Suggestion suggestion, int rank, float score) {}

    private List<Ranked> ranked(String folded, Suggestion.Kind kind) throws IOException {
        String code = EntryDocument.squash(folded);
        Query query = new BooleanQuery.Builder()
                .add(ProductFilters.kind(kind), Occur.FILTER)
                .add(
                        new BooleanQuery.Builder()
                                .add(view.texts().beginning(EntryDocument.BEGINNING, folded), Occur.SHOULD)
                                .add(codes(folded.strip()), Occur.SHOULD)
                                .build(),
                        Occur.MUST)
                .add(first(EntryDocument.FOLDED_CODE, folded.strip(), BY_CODE), Occur.SHOULD)
                .add(first(EntryDocument.STARTS, EntryDocument.start(code), BY_START), Occur.SHOULD)
                .add(first(EntryDocument.OTHER_STARTS, EntryDocument.start(code), BY_OTHER_START), Occur.SHOULD)
                .build();
        var ranked = new ArrayList<Ranked>();
        for (ScoreDoc hit : view.searcher().search(query, LOOKED_AT, ProductFilters.BY_SCORE, true).scoreDocs) {
            Document stored = view.searcher().storedFields().document(hit.doc, STORED);
            var suggestion = new Suggestion(
                    kind,
                    stored.get(EntryDocument.CODE),
                    stored.get(EntryDocument.TEXT),
                    stored.get(EntryDocument.DETAIL));
            ranked.add(new Ranked(suggestion, rank(code, suggestion, stored), hit.score));
        }
        ranked.sort(Comparator.comparingInt(Ranked::rank)
                .thenComparing(Comparator.comparingDouble(Ranked::score).reversed())
                .thenComparing(it -> it.suggestion().code()));
        return ranked;
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

    /** The code itself first, then names that begin so, then other names that do, then what has it in the middle. */
    private static int rank(String beginning, Suggestion suggestion, Document stored) {
        if (Folding.fold(suggestion.code()).equals(beginning)) {
            return 0;
        }
        if (EntryDocument.squash(suggestion.text()).startsWith(beginning)) {
            return 1;
        }
        for (String name : stored.getValues(EntryDocument.NAMES)) {
            if (EntryDocument.squash(name).startsWith(beginning)) {
                return 2;
            }
        }
        return EntryDocument.squash(suggestion.text()).contains(beginning) ? 3 : 4;
    }
}
