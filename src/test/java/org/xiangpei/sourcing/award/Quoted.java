package org.xiangpei.sourcing.award;

import java.math.BigDecimal;
import java.util.List;

import org.xiangpei.identity.Actor;
import org.xiangpei.requirement.KeptLine;
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

    /**
     * Three lines: lifts from three, one of them recognised and expired; transformers from two, with a price break; chillers from nobody.
     */
    public static Opened threeLines(Actor buyer, Terms terms, String firm) {
        return Opened.closed(
                        buyer, terms, List.of(firm, "F001"), List.of(OTHER), thing("干式变压器", "10"), thing("风冷热泵机组", "4"))
                .quote(
                        firm,
                        List.of(
                                Bids.of(1, "98000").in(45).saying("cc").madeIn("430121"),
                                Bids.of(1, "5000").from("10", "4800").in(30).madeIn("430121")))
                .quote(
                        OTHER,
                        List.of(
                                Bids.of(1, "105000")
                                        .in(20)
                                        .freight("500")
                                        .saying("cd")
                                        .atLeast("3")
                                        .madeIn("320500"),
                                Bids.of(1, "4900").freight("300").in(30)))
                .quote(
                        "F001",
                        List.of(Bids.of(1, "96000")
                                .in(50)
                                .saying("uc")
                                .of("P001")
                                .madeIn("430211")
                                .expired()))
                .open(buyer);
    }

    private static KeptLine.Content thing(String name, String quantity) {
        return new KeptLine.Content(name, null, null, new BigDecimal(quantity), "台", null, null, List.of());
    }

    /** The deadline has passed and nobody has opened. */
    public static Opened sealed(Actor buyer, String firm) {
        return Opened.closed(buyer, Asking.terms(), List.of(firm), List.of(OTHER));
    }
}
