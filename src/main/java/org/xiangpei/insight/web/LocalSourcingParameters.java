package org.xiangpei.insight.web;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.xiangpei.insight.LocalSourcingQuery;
import org.xiangpei.ledger.Dimension;
import org.xiangpei.shared.RuleViolation;

/** The query string of the local sourcing rate, as the resource and the page read it. An empty parameter is none. */
public class LocalSourcingParameters extends ScopeParameters {

    @RestQuery
    @Parameter(
            in = ParameterIn.QUERY,
            description = "First day (ISO date), or a month such as 2024-01. Default: the day of the first purchase.",
            example = "2024-01-01")
    @Nullable
    String from;

    @RestQuery
    @Parameter(
            in = ParameterIn.QUERY,
            description = "Last day, included, or a month such as 2024-12 to its last day. Default: asOf.",
            example = "2024-12-31")
    @Nullable
    String to;

    @RestQuery
    @Parameter(
            in = ParameterIn.QUERY,
            description = "What was known at the end of this day (Asia/Shanghai) counts. Default: today.",
            example = "2025-06-30")
    @Nullable
    String asOf;

    @RestQuery
    @Parameter(
            in = ParameterIn.QUERY,
            description = "What the groups are. Without it there is the total alone.",
            schema =
                    @Schema(
                            enumeration = {
                                "buyer",
                                "buyerCity",
                                "category",
                                "chain",
                                "buyerKind",
                                "month",
                                "quarter",
                                "year"
                            },
                            examples = "quarter"))
    @Nullable
    String groupBy;

    /** @throws RuleViolation {@code bad-request} saying which parameter is wrong and what would be right */
    public LocalSourcingQuery toQuery() {
        return new LocalSourcingQuery(
                day("from", from, false), day("to", to, true), day("asOf", asOf, true), dimension(), scope());
    }

    private @Nullable Dimension dimension() {
        String code = given(groupBy);
        return code == null
                ? null
                : Dimension.of(code).orElseThrow(() -> refused("groupBy", code, "以下之一：" + dimensions()));
    }

    private static String dimensions() {
        return Arrays.stream(Dimension.values()).map(Dimension::code).collect(Collectors.joining("、"));
    }
}
