package org.xiangpei.catalog;

import java.time.LocalDate;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.Coded;

/**
 * Days, both included, on which a product is not recognised although they lie between its first and its last (中断).
 *
 * @param endsOn null for good
 */
@Embeddable
public record Interruption(
        @Enumerated(EnumType.STRING) Kind kind,
        LocalDate startsOn,
        @Nullable LocalDate endsOn) {

    /** Why it is not recognised. */
    public enum Kind implements Coded {
        /** By a bureau, until a day (暂停). */
        SUSPENDED,
        /** By a bureau, for good (撤销). */
        REVOKED,
        /** Nobody had recognised it anew in time (到期后未续). */
        LAPSED
    }

    public boolean on(LocalDate day) {
        return new Validity(startsOn, endsOn).on(day);
    }
}
