package org.xiangpei.matching;

import java.time.LocalDate;
import java.util.List;

import org.xiangpei.requirement.CheckedLine;

/**
 * A line with the products that were judged for it, in their final order.
 *
 * @param day on which the goods are needed, else the day asked about: certificates must be valid on it
 */
record JudgedLine(CheckedLine checked, LocalDate day, List<Judged> judged) {

    /** The first of the order is the best. */
    Coverage coverage() {
        if (judged.isEmpty()) {
            return Coverage.NONE;
        }
        return switch (judged.getFirst().verdict()) {
            case QUALIFIED -> isToldByName() ? Coverage.FOUND : Coverage.QUALIFIED;
            case POSSIBLE -> isToldByName() ? Coverage.FOUND : Coverage.POSSIBLE;
            case NEAR_MISS -> Coverage.NONE;
        };
    }

    /** A certificate, a price or a day fits anything; a property is of some kind of thing. */
    private boolean isToldByName() {
        return checked.line().category() == null
                && checked.clauses().stream().noneMatch(it -> it.criterion().property() != null);
    }
}
