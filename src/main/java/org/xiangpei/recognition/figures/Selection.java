package org.xiangpei.recognition.figures;

import java.time.YearMonth;

import org.jspecify.annotations.Nullable;

import org.xiangpei.recognition.CaseKind;
import org.xiangpei.recognition.CaseState;
import org.xiangpei.recognition.VerdictReason;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Coded;

/**
 * Which rows stand behind a figure; null does not narrow.
 *
 * @param state that was reached, or in which the time was spent
 * @param city whose firms' filings; of answers and returns the city that answered
 * @param month in which a filing was sent
 */
public record Selection(
        What what,
        @Nullable CaseState state,
        @Nullable City city,
        @Nullable CaseKind kind,
        @Nullable Boolean first,
        @Nullable VerdictReason reason,
        @Nullable YearMonth month) {

    /** The kind of figure. */
    public enum What implements Coded {
        /** A state was reached in the period. */
        REACHED,
        /** A state was left in the period. */
        SPENT,
        /** A state lasts on the as-of day. */
        LASTING,
        /** A city answered in the period. */
        ANSWERED,
        /** A city's time passed in the period without an answer. */
        SILENT,
        /** A city is awaited on the as-of day. */
        AWAITED,
        /** A city sent a filing back in the period. */
        RETURNED
    }

    public static Selection of(What what) {
        return new Selection(what, null, null, null, null, null, null);
    }
}
