package org.xiangpei.sourcing.quotation;

import org.xiangpei.sourcing.Typed;

/**
 * What was typed for the quotation as a whole, as it was typed.
 *
 * @param validUntil the last day on which it holds
 */
public record HeadText(String validUntil, String note) {

    public static final HeadText EMPTY = new HeadText("", "");

    public HeadText {
        validUntil = Typed.orEmpty(validUntil);
        note = Typed.orEmpty(note);
    }
}
