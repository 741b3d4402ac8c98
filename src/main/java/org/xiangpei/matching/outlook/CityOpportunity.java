package org.xiangpei.matching.outlook;

import java.util.Optional;

import org.xiangpei.matching.Improvement.Direction;
import org.xiangpei.shared.Money;

/**
 * What the firms of a city lack together in one property of a category.
 *
 * @param lines open lines that some product of theirs would meet after this one change, as far as each asks
 * @param money what these are worth together; empty where that would tell single budgets
 */
public record CityOpportunity(
        String categoryName,
        String property,
        Direction direction,
        int lines,
        int products,
        int firms,
        Optional<Money> money) {}
