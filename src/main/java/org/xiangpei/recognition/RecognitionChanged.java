package org.xiangpei.recognition;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.City;

/**
 * Something became of a case. Fired inside the transaction that changes it.
 *
 * @param of its code
 * @param what happened
 * @param city whose bureau did it, or is reminded; null where no single one is concerned
 */
public record RecognitionChanged(
        String of, What what, @Nullable City city) {

    /** What can happen. */
    public enum What {
        FILED,
        ANSWERED,
        REMINDED,
        ESCALATED,
        WITHDRAWN,
        RECOGNISED,
        REFUSED
    }
}
