package org.xiangpei.matching.answer.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.requirement.web.Heading;

/**
 * The fewest firms for all lines.
 *
 * @param waiting how many lines are still being matched; null when none is
 * @param withPossible whether products count of which something is not stated
 * @param result in one sentence
 * @param proof how sure it is that fewer cannot do it
 * @param uncovered lines that nobody can supply
 */
public record OfferView(
        Heading heading,
        @Nullable String waiting,
        boolean withPossible,
        String result,
        String proof,
        boolean proven,
        List<Share> shares,
        List<Firm> alone,
        List<Line> uncovered,
        int furtherUncovered) {

    /** @param further how many lines of the firm are not listed */
    public record Share(Firm firm, String lines, List<Item> items, int further) {}

    public record Firm(String code, String name) {}

    public record Item(Line line, String product, String productName) {}

    public record Line(int number, String name) {}
}
