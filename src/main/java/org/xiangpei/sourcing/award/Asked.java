package org.xiangpei.sourcing.award;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.requirement.Criterion;

/**
 * One line of an inquiry as it was asked.
 *
 * @param quantity that all quotations are compared for
 * @param criteria its clauses, which quotations answer by their place
 */
public record Asked(
        int number,
        String name,
        @Nullable String category,
        BigDecimal quantity,
        @Nullable String unit,
        List<Criterion> criteria) {

    public Asked {
        criteria = List.copyOf(criteria);
    }
}
