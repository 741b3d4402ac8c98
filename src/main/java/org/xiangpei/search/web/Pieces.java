package org.xiangpei.search.web;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.search.SearchResult.Hit;
import org.xiangpei.search.SearchResult.Span;
import org.xiangpei.search.web.SearchView.Piece;

/** Cuts a highlighted text into plain and marked pieces; the template escapes each. */
final class Pieces {

    private Pieces() {}

    static List<Piece> of(Hit hit, String field, @Nullable String text) {
        if (text == null) {
            return List.of();
        }
        return hit.highlights().stream()
                .filter(highlight ->
                        highlight.field().equals(field) && highlight.text().equals(text))
                .findFirst()
                .map(highlight -> of(highlight.text(), highlight.spans()))
                .orElse(List.of(new Piece(text, false)));
    }

    /** @param spans in order, apart from one another */
    static List<Piece> of(String text, List<Span> spans) {
        var pieces = new ArrayList<Piece>();
        int done = 0;
        for (Span span : spans) {
            add(pieces, text.substring(done, span.start()), false);
            add(pieces, text.substring(span.start(), span.end()), true);
            done = span.end();
        }
        add(pieces, text.substring(done), false);
        return pieces;
    }

    private static void add(List<Piece> pieces, String text, boolean marked) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, marked));
        }
    }
}
