package org.xiangpei.matching.answer;

import java.util.List;

import org.xiangpei.matching.Coverage;
import org.xiangpei.shared.Money;

/**
 * How well the lines of a requirement are covered as a whole (整单覆盖).
 *
 * @param parts of the lines that were matched, by coverage, the best first; all of them
 * @param unmatchable lines that cannot be matched as they are written
 * @param waiting lines whose answer is being found
 * @param budgeted lines that have a budget
 */
public record BillCoverage(List<Part> parts, long unmatchable, long waiting, long budgeted) {

    /**
     * @param money of the lines that have a budget
     * @param budgeted how many those are
     */
    public record Part(Coverage coverage, long lines, Money money, long budgeted) {}

    /** All lines that are asked for. */
    public long lines() {
        return parts.stream().mapToLong(Part::lines).sum() + unmatchable + waiting;
    }

    public boolean isComplete() {
        return waiting == 0;
    }

    public Part of(Coverage coverage) {
        return parts.stream()
                .filter(it -> it.coverage() == coverage)
                .findFirst()
                .orElseThrow();
    }

    /** Of all lines that were matched and have a budget. */
    public Money money() {
        return parts.stream().map(Part::money).reduce(Money.ZERO, Money::plus);
    }
}
