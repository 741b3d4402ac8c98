package org.xiangpei.matching.outlook;

import java.util.List;
import java.util.Optional;

import org.xiangpei.matching.Improvement;
import org.xiangpei.matching.answer.Place;
import org.xiangpei.shared.Money;

/**
 * What a firm would gain by changing one property of a product, or two.
 *
 * @param steps from the smallest change to the one that meets most lines
 * @param lines that the last step meets
 */
public record Opportunity(String product, String productName, String categoryName, List<Step> steps, List<Line> lines) {

    /**
     * @param changes what is to be changed, and as far as this
     * @param lines how many open lines that would meet
     * @param unknown of how many of them something else is not stated yet
     * @param money what they are worth together; empty where that would tell single budgets, and on all steps but the last
     */
    public record Step(List<Improvement> changes, int lines, int unknown, Optional<Money> money) {}

    /**
     * A published line that is open to the firm.
     *
     * @param unknown how many mandatory clauses are not stated
     */
    public record Line(Place place, String name, int unknown) {}

    public Step best() {
        return steps.getLast();
    }

    /** The steps before the last. */
    public List<Step> smaller() {
        return steps.subList(0, steps.size() - 1);
    }
}
