package org.xiangpei.audit;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.City;

/**
 * What is looked for in the trail; null is whatever.
 *
 * @param from first day in China
 * @param to last day, included
 * @param person part of a login or name
 */
public record AuditQuery(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String action,
        @Nullable String subjectType,
        @Nullable String subjectCode,
        @Nullable String person,
        @Nullable City city) {

    /** Everything. */
    public static final AuditQuery ALL = new AuditQuery(null, null, null, null, null, null, null);
}
