package org.xiangpei.matching;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

import org.xiangpei.requirement.CheckedLine;
import org.xiangpei.requirement.Clause;
import org.xiangpei.requirement.Demand;

/**
 * How far a product exceeds what a line needs in capacity and time. The clause about it says what is needed, else the quantity and
 * the day of the line do. What is not stated has the least margin.
 *
 * @param amount needed a month, null when nothing says so
 * @param days within which the goods are needed; 0 when nothing says so, which still puts the quicker first
 */
record Margins(@Nullable BigDecimal amount, @Nullable String unit, double days) {

    static Margins of(CheckedLine checked, LocalDate asOf) {
        double days = checked.line().neededBy() == null
                ? 0
                : ChronoUnit.DAYS.between(asOf, checked.line().neededBy());
        String lineUnit = checked.line().unit();
        var margins = new Margins(checked.line().quantity(), lineUnit == null ? null : lineUnit + "/mo", days);
        for (Clause clause : checked.clauses()) {
            margins = switch (clause.demand()) {
                case Demand.Supply supply -> new Margins(supply.amount(), supply.unit(), margins.days);
                case Demand.LeadTime time ->
                    new Margins(margins.amount, margins.unit, time.days().doubleValue());
                default -> margins;
            };
        }
        return margins;
    }

    /** Capacity over need, 1 when it is just enough. */
    double capacity(ProductFacts facts) {
        if (amount == null || amount.signum() == 0) {
            return 0;
        }
        double needed = amount.doubleValue();
        return Capacity.in(unit, facts.product())
                .map(capacity -> capacity.doubleValue() / needed)
                .orElse(Double.NEGATIVE_INFINITY);
    }

    /** Days to spare. */
    double leadTime(ProductFacts facts) {
        Integer leadTime = facts.product().leadTimeDays();
        return leadTime == null ? Double.NEGATIVE_INFINITY : days - leadTime;
    }
}
