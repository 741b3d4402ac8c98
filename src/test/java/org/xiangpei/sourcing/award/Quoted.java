package org.xiangpei.sourcing.award;

import java.util.List;

import org.xiangpei.identity.Actor;
import org.xiangpei.sourcing.Asking;
import org.xiangpei.sourcing.Terms;

/** Quotations as pages show them. */
public final class Quoted {

    private static final String OTHER = "苏州某电梯有限公司";

    private Quoted() {}

    /** Two lifts: the firm cheaper, made in 长沙; another dearer, quicker, with freight, a desired clause not met and three at least. */
    public static Opened byFirmAndAnother(Actor buyer, Terms terms, String firm) {
        return Opened.closed(buyer, terms, List.of(firm), List.of(OTHER))
                .quote(firm, List.of(Bids.of(1, "98000").in(45).saying("cc").madeIn("430121")))
                .quote(
                        OTHER,
                        List.of(Bids.of(1, "105000")
                                .in(20)
                                .freight("500")
                                .saying("cd")
                                .atLeast("3")
                                .madeIn("320500")))
                .open(buyer);
    }

    /** The deadline has passed and nobody has opened. */
    public static Opened sealed(Actor buyer, String firm) {
        return Opened.closed(buyer, Asking.terms(), List.of(firm), List.of(OTHER));
    }
}
