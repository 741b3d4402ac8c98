package org.xiangpei.audit.web;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.audit.AuditScope;
import org.xiangpei.audit.web.AuditView.Filters;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.web.Option;

/** The filters of the page, with what is chosen in them. */
final class AuditFilters {

    private AuditFilters() {}

    static Filters of(AuditParameters chosen, AuditScope scope) {
        return new Filters(
                chosen.from,
                chosen.to,
                labelled("auditAction", chosen.action),
                labelled("auditSubject", chosen.subjectType),
                chosen.subjectCode,
                chosen.person,
                scope.all() ? cities(chosen.city) : List.of(),
                chosen.size);
    }

    private static List<Option> labelled(String group, @Nullable String chosen) {
        return Labels.codes(group).stream()
                .map(code -> new Option(code, Labels.of(group, code), code.equals(chosen)))
                .toList();
    }

    private static List<Option> cities(@Nullable String chosen) {
        return Arrays.stream(City.values())
                .map(city -> new Option(city.code(), city.label(), city.code().equals(chosen)))
                .toList();
    }
}
