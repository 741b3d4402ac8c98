package org.xiangpei.sourcing.award.web;

import org.xiangpei.shared.Coded;

/** The columns of the comparison that can be hidden. */
enum ComparisonColumn implements Coded {
    UNIT_PRICE,
    GOODS,
    FREIGHT,
    LANDED,
    DELIVERY,
    CLAUSES,
    MINIMUM,
    VALIDITY,
    PLACE,
    POINTS
}
