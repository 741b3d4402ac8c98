package org.xiangpei.sourcing.web;

import java.util.List;

import org.xiangpei.sourcing.Phase;

/**
 * A part of an inquiry that has a page of its own. Whoever adds a page adds a line here, and nothing else.
 *
 * @param name by which its page says that it is the one shown
 * @param path behind that of the inquiry
 */
public record Tab(String name, String label, String path) {

    private static final List<Tab> BUYERS = List.of(
            new Tab("inquiry", "询价", ""), //
            new Tab("opening", "报价与开启", "/opening"), //
            new Tab("comparison", "比价", "/comparison"), //
            new Tab("award", "定标", "/award"), //
            new Tab("follow-up", "履约", "/follow-up") //
            );

    private static final List<Tab> SUPPLIERS = List.of(
            new Tab("inquiry", "询价内容", ""), //
            new Tab("quotation", "报价", "/quotation"), //
            new Tab("result", "结果", "/result"), //
            new Tab("follow-up", "履约", "/follow-up") //
            );

    /** Those of the buyer; a draft has nothing but itself. */
    static List<Tab> ofBuyer(Phase phase) {
        return phase == Phase.DRAFT ? BUYERS.subList(0, 1) : BUYERS;
    }

    static List<Tab> ofSupplier() {
        return SUPPLIERS;
    }
}
