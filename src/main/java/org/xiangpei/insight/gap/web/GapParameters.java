package org.xiangpei.insight.gap.web;

import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.xiangpei.insight.gap.GapQuery;
import org.xiangpei.insight.gap.GapState;
import org.xiangpei.insight.gap.Nearness;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Choices;

import static org.xiangpei.insight.web.ScopeParameters.city;
import static org.xiangpei.insight.web.ScopeParameters.day;
import static org.xiangpei.insight.web.ScopeParameters.given;

/** The query string of the gap ledger, as the resource and the page read it. An empty parameter is none. */
public class GapParameters {

    static final int ON_A_PAGE = 50;
    static final int MOST_PAGES = 10_000;
    static final int LARGEST_PAGE = 500;

    @RestQuery
    @Parameter(
            in = ParameterIn.QUERY,
            description =
                    "What was known at the end of this day (Asia/Shanghai) counts; a month stands for its last day. Default: today.",
            schema = @Schema(type = SchemaType.STRING, examples = "2025-06-30"))
    @Nullable
    String asOf;

    @RestQuery
    @Parameter(
            in = ParameterIn.QUERY,
            description = "Only lines of buyers of this city, by its GB/T 2260 code.",
            example = "430200")
    @Nullable
    String buyerCity;

    @RestQuery
    @Parameter(
            in = ParameterIn.QUERY,
            description = "Only this industrial chain, by the name it has or once had in the catalogue.",
            example = "轨道交通")
    @Nullable
    String chain;

    @RestQuery
    @Parameter(in = ParameterIn.QUERY, description = "Only this category, by its code.", example = "elevator")
    @Nullable
    String category;

    @RestQuery
    @Parameter(
            in = ParameterIn.QUERY,
            description = "Only gaps in this state on the day. Default: all, also those that are closed.",
            schema =
                    @Schema(
                            enumeration = {"open", "in_hand", "closed"},
                            examples = "open"))
    @Nullable
    String state;

    @RestQuery
    @Parameter(
            in = ParameterIn.QUERY,
            description =
                    "Only gaps that are so near to being closed: a product has to be asked, to be changed, or there is none.",
            schema =
                    @Schema(
                            enumeration = {"ask", "upgrade", "nobody"},
                            examples = "upgrade"))
    @Nullable
    String near;

    @RestQuery
    @Parameter(in = ParameterIn.QUERY, description = "Counted from 1.", schema = @Schema(type = SchemaType.INTEGER))
    @Nullable
    String page;

    @RestQuery
    @Parameter(
            in = ParameterIn.QUERY,
            description = "Gaps on a page, 1 to 500. Default: 50.",
            schema = @Schema(type = SchemaType.INTEGER))
    @Nullable
    String size;

    /** @throws RuleViolation {@code bad-request} saying which parameter is wrong and what would be right */
    GapQuery toQuery() {
        return new GapQuery(
                day("asOf", asOf, true),
                city("buyerCity", buyerCity),
                given(category),
                given(chain),
                Choices.choice(GapState.class, "state", state).orElse(null),
                Choices.choice(Nearness.class, "near", near).orElse(null),
                Choices.count("page", page, 1, MOST_PAGES),
                Choices.count("size", size, ON_A_PAGE, LARGEST_PAGE));
    }
}
