package org.xiangpei.insight.web;

import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.xiangpei.insight.LocalSourcingChanges.Query;
import org.xiangpei.ledger.Scope;
import org.xiangpei.shared.RuleViolation;

/** The query string of the question why the rate changed. An empty parameter is none. */
public class ChangeParameters {

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

    @RestQuery
    @Parameter(in = ParameterIn.QUERY, description = "Only this buyer, by its code.", example = "B001")
    @Nullable
    String buyer;

    @RestQuery
    @Parameter(
            in = ParameterIn.QUERY,
            description = "Only buyers of this city, by its GB/T 2260 code.",
            example = "430200")
    @Nullable
    String buyerCity;

    @RestQuery
    @Parameter(in = ParameterIn.QUERY, description = "Only this category, by its code.", example = "elevator")
    @Nullable
    String category;

    @RestQuery
    @Parameter(in = ParameterIn.QUERY, description = "Only this industrial chain.", example = "轨道交通")
    @Nullable
    String chain;

    /** @throws RuleViolation {@code bad-request} saying which parameter is wrong and what would be right */
    Query toQuery() {
        return new Query(
                LocalSourcingParameters.day("from", from, false),
                LocalSourcingParameters.day("to", to, true),
                LocalSourcingParameters.day("asOfBefore", asOfBefore, true),
                LocalSourcingParameters.day("asOfAfter", asOfAfter, true),
                scope());
    }

    private Scope scope() {
        var parameters = new LocalSourcingParameters();
        parameters.buyer = buyer;
        parameters.buyerCity = buyerCity;
        parameters.category = category;
        parameters.chain = chain;
        return parameters.scope();
    }
}
