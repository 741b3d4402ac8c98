package org.xiangpei.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/** Which terms the index has. */
record IndexTerms(DirectoryReader reader) {

    /** A beginning stands for at most so many terms of a segment. */
    private static final int MOST_EXPANSIONS = 64;

    boolean has(String field, String term) {
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

    List<String> startingWith(String field, String beginning) {
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
