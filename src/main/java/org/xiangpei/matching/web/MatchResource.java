package org.xiangpei.matching.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Needs;
import org.xiangpei.matching.MatchOptions;
import org.xiangpei.matching.Matcher;
import org.xiangpei.requirement.Days;
import org.xiangpei.shared.FieldError;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Problem;

/** Requirement lines in, judged candidates out. It changes nothing, so asking again is safe. */
@Path("/api/v1/matches")
@Needs(Action.MATCH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "matching")
class MatchResource {

    private static final int USUAL_LIMIT = 50;

    private final Matcher matcher;
    private final Clock clock;

    MatchResource(Matcher matcher, Clock clock) {
        this.matcher = matcher;
        this.clock = clock;
    }

    @POST
    @Operation(summary = "Match requirement lines with listed products", description = """
                    Every clause of every line is judged against every candidate: pass, fail or unknown, with the evidence.
                    A candidate is qualified when no mandatory clause fails or is unknown, possible when none fails, else a near
                    miss. The order is by fit alone; where a product is made never changes it.
                    Everything wrong in a request is reported at once, each with its place (lines[0].criteria[2].unit); unknown
                    fields are refused, so that a misspelt clause is never silently ignored.""")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = MatchBody.class),
                            examples = @ExampleObject(name = "elevators", value = MatchExample.REQUEST)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MatchResponse.class)))
    @APIResponse(
            responseCode = "400",
            description = "Lines or clauses that make no sense, each in errors",
            content = @Content(mediaType = Problem.JSON, schema = @Schema(implementation = Problem.class)))
    public MatchResponse match(@Nullable MatchBody body) {
        if (body == null) {
            throw new RuleViolation("malformed-json", "请求内容为空，应为 {\"lines\":[…]}");
        }
        LocalDate asOf = asOf(body.asOf());
        var options = new MatchOptions(
                asOf,
                Objects.requireNonNullElse(body.limit(), USUAL_LIMIT),
                Objects.requireNonNullElse(body.nearMisses(), true));
        return MatchResponse.of(asOf, matcher.match(body.stated(), options));
    }

    private LocalDate asOf(@Nullable String given) {
        if (given == null) {
            return LocalDate.now(clock);
        }
        String detail = "asOf 不是日期，应写成 2026-11-22 这样";
        return Days.parse(given)
                .orElseThrow(
                        () -> new RuleViolation("bad-requirement", detail, List.of(new FieldError("asOf", detail))));
    }
}
