package org.xiangpei.catalog;

import java.time.LocalDate;

import org.xiangpei.shared.Coded;

/** Whether a product is listed on a day, as its dates say. {@code not_stated}: no source says since when (互认情况未载明). */
public enum RecognitionStatus implements Coded {
    VALID,
    EXPIRED,
    UPCOMING,
    NOT_STATED;

    /** Derived from the dates alone, until verdicts of the bureaus are kept. */
    public static RecognitionStatus on(LocalDate day, Validity validity) {
        if (validity.endsBefore(day)) {
            return EXPIRED;
        }
        if (validity.from() == null) {
            return NOT_STATED;
        }
        return validity.startsAfter(day) ? UPCOMING : VALID;
    }
}
