package org.xiangpei.search;

import java.util.List;

import org.xiangpei.search.SearchResult.Span;
import org.xiangpei.shared.Coded;

/**
 * A completion of what is being typed.
 *
 * @param code of the product, firm or category
 * @param typed where in the text stands what was typed, also where it was typed by its sound; none where it stands in another name
 */
public record Suggestion(Kind kind, String code, String text, String detail, List<Span> typed) {

    public Suggestion typedAt(List<Span> spans) {
        return new Suggestion(kind, code, text, detail, spans);
    }

    public enum Kind implements Coded {
        PRODUCT,
        FIRM,
        CATEGORY
    }
}
