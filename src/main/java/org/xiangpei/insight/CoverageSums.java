package org.xiangpei.insight;

import org.xiangpei.shared.Rate;

/**
 * How many requirement lines the catalogue covers: by the day they were posted, and since by what became known of them (ADR 0130).
 *
 * @param open lines that nobody can call covered or not yet: a possible product is to be asked, or the line was not matched yet
 * @param illustrative how many of the lines are sample data
 */
record CoverageSums(long lines, long qualified, long open, long illustrative) {

    static final CoverageSums NONE = new CoverageSums(0, 0, 0, 0);

    /** Lines with a qualified recognised product ÷ all lines (需求覆盖率). */
    Rate rate() {
        return Rate.ofCounts(qualified, lines, open);
    }
}
