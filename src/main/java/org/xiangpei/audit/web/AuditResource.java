package org.xiangpei.audit.web;

import java.util.Optional;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.xiangpei.audit.Anchor;
import org.xiangpei.audit.AuditEntries;
import org.xiangpei.audit.AuditScope;
import org.xiangpei.audit.TrailVerifier;
import org.xiangpei.identity.Action;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Needs;
import org.xiangpei.shared.Page;
import org.xiangpei.shared.RuleViolation;

/** The audit trail (审计记录) in JSON. */
@Path(AuditResource.PATH)
@Needs(Action.READ_AUDIT)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "audit")
class AuditResource {

    static final String PATH = "/api/v1/audit";

    private final AuditEntries entries;
    private final TrailVerifier verifier;
    private final CurrentActor actor;

    AuditResource(AuditEntries entries, TrailVerifier verifier, CurrentActor actor) {
        this.entries = entries;
        this.verifier = verifier;
        this.actor = actor;
    }

    @GET
    @Operation(
            summary = "Who changed what",
            description = "The newest first. An operator reads all, a bureau what is about its own city.")
    public Page<AuditResponse> list(@BeanParam AuditParameters asked) {
        return entries.page(asked.toQuery(), AuditScope.of(actor.get()), asked.page(), asked.size())
                .map(AuditResponse::of);
    }

    /** @throws RuleViolation {@code bad-request} for a noted entry that cannot be read */
    @POST
    @Path("verification")
    @Operation(
            summary = "Check the whole trail",
            description =
                    "Finds the first entry that was edited, deleted or inserted by somebody other than the service.")
    public VerificationResponse verify(
            @Parameter(description = "number:hash of an entry, as an earlier check answered it in last")
                    @RestQuery
                    @Nullable
                    String noted) {
        return VerificationResponse.of(Verification.run(verifier, anchor(noted)));
    }

    private static Optional<Anchor> anchor(@Nullable String noted) {
        if (noted == null || noted.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(Anchor.parse(noted)
                .orElseThrow(() -> new RuleViolation("bad-request", "noted 应为“序号:哈希”，哈希是 64 位十六进制小写数字")));
    }
}
