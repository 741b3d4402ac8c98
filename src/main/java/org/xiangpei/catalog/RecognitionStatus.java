package org.xiangpei.catalog;

import java.time.LocalDate;

import org.xiangpei.shared.Coded;

/** Whether a product is listed on a day ({@link Listing#status}). {@code not_stated}: no source says since when (互认情况未载明). */
public enum RecognitionStatus implements Coded {
    VALID,
    EXPIRED,
    UPCOMING,
    NOT_STATED,
    SUSPENDED,
    REVOKED;

    /** What its two dates say. */
    static RecognitionStatus on(LocalDate day, Validity validity) {
        if (validity.endsBefore(day)) {
            return EXPIRED;
        }
        if (validity.from() == null) {
            return NOT_STATED;
        }
        return validity.startsAfter(day) ? UPCOMING : VALID;
    }
}
