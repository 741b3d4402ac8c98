package org.xiangpei.insight.web;

import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.xiangpei.insight.LocalSourcingChanges.Query;
import org.xiangpei.shared.RuleViolation;

/** The query string of the question why the rate changed. An empty parameter is none. */
public class ChangeParameters extends ScopeParameters {

    @RestQuery
    @Parameter(
            in = ParameterIn.QUERY,
            description = "First day of the period (ISO date), or a month. Default: the day of the first purchase.",
            example = "2024-01-01")
    @Nullable
    String from;

    @RestQuery
    @Parameter(
            in = ParameterIn.QUERY,
            description = "Last day of the period, included, or a month. Default: asOfAfter.",
            example = "2024-12-31")
    @Nullable
    String to;

    @RestQuery
    @Parameter(
            in = ParameterIn.QUERY,
            description =
                    "The earlier day: what was known at its end (Asia/Shanghai). Default: three months before asOfAfter.",
            example = "2025-03-31")
    @Nullable
    String asOfBefore;

    @RestQuery
    @Parameter(
            in = ParameterIn.QUERY,
            description = "The later day. Default: today.",
            schema = @Schema(type = SchemaType.STRING, examples = "2025-06-30"))
    @Nullable
    String asOfAfter;

    /** @throws RuleViolation {@code bad-request} saying which parameter is wrong and what would be right */
    Query toQuery() {
        return new Query(
                day("from", from, false),
                day("to", to, true),
                day("asOfBefore", asOfBefore, true),
                day("asOfAfter", asOfAfter, true),
                scope());
    }
}
