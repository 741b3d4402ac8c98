package org.xiangpei.search;

import org.xiangpei.shared.Coded;

/** A completion of what is being typed. {@code code} is that of the product, firm or category. */
public record Suggestion(Kind kind, String code, String text, String detail) {

    public enum Kind implements Coded {
        PRODUCT,
        FIRM,
        CATEGORY
    }
}
