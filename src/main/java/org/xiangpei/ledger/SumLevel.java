package org.xiangpei.ledger;

import org.jspecify.annotations.Nullable;

/**
 * By what the kept sums are told apart, beside the city of the buyer and the months; all but CATEGORY also by the kind of the buyer. The coarsest that
 * can answer has the fewest rows. DAY is KIND by days instead of months, for the days at either end of a period.
 */
enum SumLevel {
    CITY,
    CATEGORY,
    KIND,
    DAY,
    BUYER,
    BOTH;

    /** Whether DAY tells apart what this does. */
    boolean hasDays() {
        return this != BUYER && this != BOTH;
    }

    private static SumLevel of(boolean buyer, boolean category, boolean kind) {
        if (buyer) {
            return category ? BOTH : BUYER;
        }
        if (category) {
            return kind ? KIND : CATEGORY;
        }
        return CITY;
    }

    static SumLevel of(Scope scope, @Nullable Dimension key, boolean leaks) {
        return of(
                scope.buyer() != null || key == Dimension.BUYER,
                leaks
                        || scope.category() != null
                        || scope.chain() != null
                        || key == Dimension.CATEGORY
                        || key == Dimension.CHAIN,
                scope.buyerKind() != null || key == Dimension.BUYER_KIND);
    }
}
