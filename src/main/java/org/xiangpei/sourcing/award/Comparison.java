package org.xiangpei.sourcing.award;

import java.util.List;

import org.xiangpei.sourcing.Inquiry;
import org.xiangpei.sourcing.quotation.Quotation;

/**
 * All lines of all opened quotations of an inquiry, in their order by the stated criteria.
 *
 * @param quotations by the name of the supplier; none before the opening
 * @param lines all that were asked, also those that nobody quoted
 */
public record Comparison(Inquiry inquiry, List<Quotation> quotations, List<ComparedLine> lines) {

    public Comparison {
        quotations = List.copyOf(quotations);
        lines = List.copyOf(lines);
    }

    /** Whether a quotation offers every line. */
    public boolean isWhole(long quotation) {
        return lines.stream().allMatch(it -> it.find(quotation).isPresent());
    }
}
