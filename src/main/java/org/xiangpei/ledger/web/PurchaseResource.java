package org.xiangpei.ledger.web;

import java.util.List;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Needs;
import org.xiangpei.ledger.Channel;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.tabular.TabularFiles;
import org.xiangpei.shared.web.Problem;

/** Purchase records (采购台账) as programs send them. */
@Path("/api/v1/purchases")
@Needs(Action.IMPORT_PURCHASES)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "local sourcing")
@SecurityRequirement(name = Needs.SCHEME)
class PurchaseResource {

    private static final int MOST = 10_000;

    private final SentPurchases sent;
    private final TabularFiles files;
    private final CurrentActor actor;

    PurchaseResource(SentPurchases sent, TabularFiles files, CurrentActor actor) {
        this.sent = sent;
        this.files = files;
        this.actor = actor;
    }

    /** Purchases to be recorded, all or none. */
    @Schema(name = "RecordPurchases")
    record RecordPurchasesRequest(@Nullable List<@Nullable PurchaseRequest> records) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Record purchases",
            description =
                    "All or none; a buyer its own only. An error names the record by its place, counted from 1, as row. A record that names in"
                            + " supersedes another one, by the code of the ledger or the buyer's own number, corrects it and repeats all of it; an"
                            + " amount of 0 withdraws. With Idempotency-Key the same request sent again is answered the same and recorded once.")
    @APIResponse(
            responseCode = "200",
            description = "The records are in the ledger",
            content = @Content(schema = @Schema(implementation = PurchaseImportResponse.class)))
    @APIResponse(
            responseCode = "409",
            description = "The same content was recorded before, without this key",
            content = @Content(mediaType = Problem.JSON, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "422",
            description =
                    "Something is wrong, each by record, field and reason; or the key was used for another request. Nothing was recorded",
            content = @Content(mediaType = Problem.JSON, schema = @Schema(implementation = Problem.class)))
    public PurchaseImportResponse record(
            @Parameter(description = "Up to 200 characters that the program gives one request")
                    @HeaderParam(SentPurchases.KEY)
                    @Nullable
                    String key,
            RecordPurchasesRequest request) {
        List<@Nullable PurchaseRequest> records =
                request == null || request.records() == null ? List.of() : request.records();
        if (records.isEmpty() || records.size() > MOST || records.contains(null)) {
            throw new RuleViolation("bad-request", "records 应有 1 到 " + MOST + " 条采购记录。");
        }
        return sent.apply(
                actor.get(), Channel.PROGRAM, key, List.of(PurchaseRequest.sheet(records)), files.newErrors());
    }
}
