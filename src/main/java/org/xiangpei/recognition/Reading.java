package org.xiangpei.recognition;

import java.util.List;

/**
 * What a statement says, and what the check list says of it.
 *
 * @param product values to be relied on only when the statement {@link #isSendable}
 */
public record Reading(StatedProduct product, List<Finding> findings) {

    /** Whether nothing is wrong or unanswered. */
    public boolean isSendable() {
        return findings.stream().noneMatch(Finding::isInTheWay);
    }

    public List<Finding> of(Finding.Weight weight) {
        return findings.stream().filter(it -> it.weight() == weight).toList();
    }
}
