package org.xiangpei.matching;

import org.xiangpei.shared.Coded;

/**
 * Words of a requirement that point at somebody rather than at what is needed.
 *
 * @param words as the buyer wrote them
 */
public record Pointer(Kind kind, String words) {

    /** What they point at. */
    public enum Kind implements Coded {
        /** The name of a firm of the catalogue. */
        FIRM,
        /** The name that a firm of the catalogue is known by. */
        BRAND,
        /** A demand for some brand, or for what equals one. */
        BRAND_WORDS,
        /** A place where goods are to come from, or their maker is to be. */
        ORIGIN
    }
}
