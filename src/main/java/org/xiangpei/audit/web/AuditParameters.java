package org.xiangpei.audit.web;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.xiangpei.audit.AuditQuery;
import org.xiangpei.shared.City;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Address;
import org.xiangpei.shared.web.Choices;

/** What is looked for in the trail, as it stands in an address. */
public class AuditParameters {

    private static final int MOST_PAGES = 1_000_000;
    private static final int SIZE = 50;
    private static final int MOST = 200;

    @Parameter(description = "First day, in China", example = "2026-11-01")
    @RestQuery
    @Nullable
    String from;

    @Parameter(description = "Last day, included", example = "2026-11-30")
    @RestQuery
    @Nullable
    String to;

    @Parameter(description = "Code of what was done", example = "import_purchases")
    @RestQuery
    @Nullable
    String action;

    @Parameter(description = "Kind of what was changed", example = "purchase_ledger")
    @RestQuery
    @Nullable
    String subjectType;

    @Parameter(description = "Its code within that kind")
    @RestQuery
    @Nullable
    String subjectCode;

    @Parameter(description = "Part of the login or name of who did it")
    @RestQuery
    @Nullable
    String person;

    @Parameter(description = "Code of the city whose bureau may read of it", example = "430200")
    @RestQuery
    @Nullable
    String city;

    @Parameter(description = "From 1", example = "1")
    @RestQuery
    @Nullable
    String page;

    @Parameter(description = "Entries on a page, at most 200", example = "50")
    @RestQuery
    @Nullable
    String size;

    /** @throws RuleViolation {@code bad-request} for a day or city that cannot be */
    AuditQuery toQuery() {
        return new AuditQuery(
                Choices.date("from", from).orElse(null),
                Choices.date("to", to).orElse(null),
                stated(action),
                stated(subjectType),
                stated(subjectCode),
                stated(person),
                chosenCity());
    }

    int page() {
        return Choices.count("page", page, 1, MOST_PAGES);
    }

    int size() {
        return Choices.count("size", size, SIZE, MOST);
    }

    /** An address of the same question, without its page. */
    Address at(String path) {
        return Address.of(path)
                .and("from", from)
                .and("to", to)
                .and("action", action)
                .and("subjectType", subjectType)
                .and("subjectCode", subjectCode)
                .and("person", person)
                .and("city", city)
                .and("size", size);
    }

    private @Nullable City chosenCity() {
        String chosen = stated(city);
        return chosen == null
                ? null
                : Arrays.stream(City.values())
                        .filter(it -> it.code().equals(chosen))
                        .findFirst()
                        .orElseThrow(() -> new RuleViolation(
                                "bad-request",
                                "city 应为以下之一："
                                        + Arrays.stream(City.values())
                                                .map(it -> it.code() + "（" + it.label() + "）")
                                                .collect(Collectors.joining("、"))));
    }

    private static @Nullable String stated(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip().replace("\0", "");
    }
}
