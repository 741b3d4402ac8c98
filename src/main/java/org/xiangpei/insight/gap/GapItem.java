package org.xiangpei.insight.gap;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.xiangpei.shared.Rate;

/**
 * A gap as of a day, as one reader may see it.
 *
 * @param demand empty where few lines stand behind it and the reader could not see them (design rule 7); so are the days, the points, and
 *     what exactly is asked
 * @param gain points of the coverage rate that closing it would bring: its unmet lines ÷ all lines of the region, or of the city chosen
 * @param awardGain at most so many points the award-value rate would gain: the budgets, as far as they may be told, ÷ all purchases of the
 *     ledger. Empty where no budgets may be told, on a past day, and for one city: there the purchases are not at hand
 * @param nearness empty when it is closed
 * @param firstSeen first day on which a line of it was unmet
 * @param metOn since when none is; empty while some is
 * @param follower the officer that had it in hand on that day, with city
 * @param firmsTold how many firms' attention was drawn to it by then
 * @param illustrative whether sample data is behind it
 */
public record GapItem(
        String code,
        String category,
        String categoryName,
        String chain,
        List<Lack> lacks,
        GapState state,
        Optional<Nearness> nearness,
        Optional<DemandSums> demand,
        Optional<Rate> gain,
        Optional<Rate> awardGain,
        Optional<LocalDate> firstSeen,
        Optional<LocalDate> metOn,
        Optional<String> follower,
        long firmsTold,
        boolean illustrative,
        List<NearProduct> nearest) {

    public boolean hidden() {
        return demand.isEmpty();
    }
}
