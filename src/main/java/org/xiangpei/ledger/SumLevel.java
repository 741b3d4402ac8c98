package org.xiangpei.ledger;

import org.jspecify.annotations.Nullable;

/** By what the kept sums are told apart, beside the city of the buyer and the months. The coarsest that can answer has the fewest rows. */
enum SumLevel {
    CATEGORY,
    BUYER,
    BOTH;

    static SumLevel of(Scope scope, @Nullable Dimension groupBy) {
        boolean buyer = scope.buyer() != null || groupBy == Dimension.BUYER;
        boolean category = scope.category() != null
                || scope.chain() != null
                || groupBy == Dimension.CATEGORY
                || groupBy == Dimension.CHAIN;
        if (buyer) {
            return category ? BOTH : BUYER;
        }
        return CATEGORY;
    }
}
