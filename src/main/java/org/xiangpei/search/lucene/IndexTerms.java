package org.xiangpei.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.CompiledAutomaton;

/** Which terms the index has. */
record IndexTerms(DirectoryReader reader) implements Dictionary {

    /** A beginning stands for at most so many terms of a segment. */
    private static final int MOST_EXPANSIONS = 64;

    private static final int FIRST_IDEOGRAPH = 0x2e80;

    /** Terms of one character: only these are read, however many longer ones there are. */
    private static final CompiledAutomaton SINGLE =
            new CompiledAutomaton(Automata.makeCharRange(FIRST_IDEOGRAPH, Character.MAX_VALUE));

    @Override
    public boolean joinsInitials() {
        return true;
    }

    @Override
    public boolean has(String field, String term) {
        try {
            for (LeafReaderContext leaf : reader.leaves()) {
                if (leaf.reader().docFreq(new Term(field, term)) > 0) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new IndexUnreadable(e);
        }
    }

    @Override
    public List<String> startingWith(String field, String beginning) {
        var found = new ArrayList<String>();
        try {
            for (LeafReaderContext leaf : reader.leaves()) {
                Terms terms = leaf.reader().terms(field);
                if (terms != null) {
                    addStartingWith(terms.iterator(), beginning, found);
                }
            }
        } catch (IOException e) {
            throw new IndexUnreadable(e);
        }
        return found.stream().distinct().toList();
    }

    @Override
    public List<String> oneSlipFrom(String field, String text) {
        var slip = FuzzyQuery.getFuzzyAutomaton(text, 1, 1, true);
        return all(field, slip::getTermsEnum);
    }

    @Override
    public List<String> characters(String field) {
        return all(field, terms -> SINGLE.getTermsEnum(terms)).stream()
                .filter(term -> Character.isIdeographic(term.charAt(0)))
                .toList();
    }

    private interface Selection {
        TermsEnum of(Terms terms) throws IOException;
    }

    private List<String> all(String field, Selection selection) {
        var found = new LinkedHashSet<String>();
        try {
            for (LeafReaderContext leaf : reader.leaves()) {
                Terms terms = leaf.reader().terms(field);
                TermsEnum selected = terms == null ? TermsEnum.EMPTY : selection.of(terms);
                for (BytesRef term = selected.next(); term != null; term = selected.next()) {
                    found.add(term.utf8ToString());
                }
            }
        } catch (IOException e) {
            throw new IndexUnreadable(e);
        }
        return List.copyOf(found);
    }

    private static void addStartingWith(TermsEnum terms, String beginning, List<String> found) throws IOException {
        if (terms.seekCeil(new BytesRef(beginning)) == TermsEnum.SeekStatus.END) {
            return;
        }
        int count = 0;
        for (BytesRef term = terms.term(); term != null && count < MOST_EXPANSIONS; term = terms.next(), count++) {
            String text = term.utf8ToString();
            if (!text.startsWith(beginning)) {
                return;
            }
            found.add(text);
        }
    }
}
