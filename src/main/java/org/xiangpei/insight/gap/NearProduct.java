package org.xiangpei.insight.gap;

import java.util.List;

import org.xiangpei.matching.Improvement;

/**
 * A product that comes near lines of a gap, by today's catalogue.
 *
 * @param lines of how many lines it would do, after the changes
 * @param unknown of how many of these something is not stated
 * @param changes all that would have to change; none where something has to be asked only
 */
public record NearProduct(
        String product,
        String productName,
        String firm,
        String firmName,
        int lines,
        int unknown,
        List<Improvement> changes) {

    public boolean isToBeAsked() {
        return changes.isEmpty();
    }
}
