package org.xiangpei.catalog;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/** From when until when a listing or certificate is valid (有效期), both days included; an end that is not stated is open. */
public record Validity(@Nullable LocalDate from, @Nullable LocalDate until) {

    public boolean on(LocalDate day) {
        return !startsAfter(day) && !endsBefore(day);
    }

    public boolean startsAfter(LocalDate day) {
        return from != null && from.isAfter(day);
    }

    public boolean endsBefore(LocalDate day) {
        return until != null && until.isBefore(day);
    }

    /** Whether it would end before it starts. */
    public boolean inverted() {
        return until != null && startsAfter(until);
    }
}
