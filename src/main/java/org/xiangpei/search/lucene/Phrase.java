package org.xiangpei.search.lucene;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Terms at their places in one field. */
record Phrase(String field, List<Slot> slots) {

    /** @param terms alternatives */
    record Slot(Collection<String> terms, int at) {

        Slot(String term, int at) {
            this(List.of(term), at);
        }
    }

    /** Finds nothing, and says so at once, when a place has no term that occurs. */
    Query in(Dictionary index) {
        var phrase = new MultiPhraseQuery.Builder();
        var only = new ArrayList<Term>();
        for (Slot slot : slots) {
            Term[] known = slot.terms().stream()
                    .filter(term -> index.has(field, term))
                    .map(term -> new Term(field, term))
                    .toArray(Term[]::new);
            if (known.length == 0) {
                return MatchNoDocsQuery.INSTANCE;
            }
            only.add(known[0]);
            phrase.add(known, slot.at());
        }
        MultiPhraseQuery query = phrase.build();
        return slots.size() == 1 && query.getTermArrays()[0].length == 1 ? new TermQuery(only.getFirst()) : query;
    }
}
