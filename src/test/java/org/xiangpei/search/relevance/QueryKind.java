package org.xiangpei.search.relevance;

import java.util.Locale;

/** What is hard about a query. */
public enum QueryKind {
    /** A name as it stands in the catalogue. */
    EXACT,
    /** Colloquial, and the slang of the trade. */
    SLANG,
    /** Abbreviations and English. */
    ABBREVIATION,
    /** Model numbers written otherwise: case, dashes, spaces, full width, only a part. */
    MODEL,
    /** A character of the same sound or of a similar shape, one missing or doubled. */
    TYPO,
    /** In full, initials, mixed with characters. */
    PINYIN,
    TRADITIONAL,
    /** A need without the product's name. */
    PURPOSE,
    /** A firm's name, its short name or a part of it, alone or with a product. */
    FIRM,
    /** A city and a product that is made there. */
    CITY,
    /** A value and a product. */
    SPECIFICATION,
    /** A product and words that say nothing about it: 厂家, 多少钱, 哪家好. */
    NOISE,
    /** One character. */
    SHORT,
    /** About forty characters, typed or pasted from a tender. */
    LONG,
    /** Must find nothing. */
    NONSENSE;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static QueryKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
