package org.xiangpei.ledger;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * By what the kept sums are told apart, beside the city of the buyer and the months; all but CATEGORY also by the kind of the buyer. The coarsest that
 * can answer has the fewest rows. Two are by days instead of months, for the days at either end of a period.
 */
enum SumLevel {
    CITY,
    CATEGORY,
    KIND,
    CITY_DAY,
    KIND_DAY,
    BUYER,
    BOTH;

    /** The same by days; empty where there are no fewer of these sums than facts. */
    Optional<SumLevel> byDay() {
        return switch (this) {
            case CITY -> Optional.of(CITY_DAY);
            case CATEGORY, KIND -> Optional.of(KIND_DAY);
            default -> Optional.empty();
        };
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
