package org.xiangpei.matching;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * The fact that the catalogue, as listed on a day, covered a posted line so well (需求覆盖).
 *
 * @param coverage one of three: a line that is only told by its name is not covered
 * @param bestProduct code of the first candidate; null when there is none
 */
public record LineCoverage(
        String lineCode,
        LocalDate asOf,
        Coverage coverage,
        @Nullable String bestProduct,
        Instant recordedAt) {

    static LineCoverage of(LineMatch match, LocalDate asOf, Instant recordedAt) {
        String best = match.candidates().isEmpty()
                ? null
                : match.candidates().getFirst().productCode();
        Coverage coverage = match.coverage() == Coverage.FOUND ? Coverage.NONE : match.coverage();
        return new LineCoverage(match.line().ref(), asOf, coverage, best, recordedAt);
    }
}
