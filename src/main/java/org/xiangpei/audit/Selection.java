package org.xiangpei.audit;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.City;

/** A condition in SQL with the values that are bound to it. */
record Selection(String where, List<Object> values) {

    static final Selection ALL = new Selection("true", List.of());

    static Selection of(AuditQuery query, AuditScope scope, ZoneId zone) {
        var conditions = new Conditions();
        if (!scope.all()) {
            conditions.add("subject_city = ?", scope.city().map(City::code).orElse(""));
        }
        conditions.add("recorded_at >= ?", dayBegins(query.from(), zone));
        conditions.add(
                "recorded_at < ?",
                dayBegins(query.to() == null ? null : query.to().plusDays(1), zone));
        conditions.add("action = ?", query.action());
        conditions.add("subject_type = ?", query.subjectType());
        conditions.add("subject_code = ?", query.subjectCode());
        conditions.add("strpos(lower(actor_login || ' ' || actor_name), lower(?)) > 0", query.person());
        conditions.add(
                "subject_city = ?", query.city() == null ? null : query.city().code());
        return conditions.all();
    }

    private static @Nullable OffsetDateTime dayBegins(@Nullable LocalDate day, ZoneId zone) {
        return day == null ? null : day.atStartOfDay(zone).toOffsetDateTime();
    }

    private static final class Conditions {

        private final List<String> texts = new ArrayList<>(List.of("true"));
        private final List<Object> values = new ArrayList<>();

        void add(String condition, @Nullable Object value) {
            if (value != null) {
                texts.add(condition);
                values.add(value);
            }
        }

        Selection all() {
            return new Selection(String.join(" and ", texts), values);
        }
    }
}
