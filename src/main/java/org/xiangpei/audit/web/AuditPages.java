package org.xiangpei.audit.web;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.eclipse.microprofile.openapi.annotations.Operation;

import org.xiangpei.audit.AuditEntries;
import org.xiangpei.audit.AuditQuery;
import org.xiangpei.audit.AuditScope;
import org.xiangpei.audit.Entry;
import org.xiangpei.audit.TrailVerifier;
import org.xiangpei.audit.web.AuditView.Downloads;
import org.xiangpei.identity.Action;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Needs;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Page;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Figures;
import org.xiangpei.shared.web.PageLinks;

/** Who changed what, when and why; and whether anybody has tampered with that. The address holds the question. */
@Path(AuditPages.PATH)
@Needs(Action.READ_AUDIT)
@Produces(MediaType.TEXT_HTML)
class AuditPages {

    static final String PATH = "/audit";

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance audit(AuditView view);

        static native TemplateInstance verification(VerificationView view);
    }

    private final AuditEntries entries;
    private final TrailVerifier verifier;
    private final CurrentActor actor;
    private final Clock clock;

    AuditPages(AuditEntries entries, TrailVerifier verifier, CurrentActor actor, Clock clock) {
        this.entries = entries;
        this.verifier = verifier;
        this.actor = actor;
        this.clock = clock;
    }

    /** @throws RuleViolation {@code bad-request} for a day or city that cannot be */
    @GET
    @Operation(hidden = true)
    public TemplateInstance audit(@BeanParam AuditParameters asked) {
        AuditScope scope = AuditScope.of(actor.get());
        AuditQuery query = asked.toQuery();
        Page<Entry> page = entries.page(query, scope, asked.page(), asked.size());
        return Templates.audit(new AuditView(
                AuditFilters.of(asked, scope),
                scope.city().map(City::label).orElse("全部"),
                "共 " + Figures.number(page.total()) + " 条",
                !query.equals(AuditQuery.ALL),
                page.items().stream()
                        .map(it -> EntryView.of(it, clock.getZone()))
                        .toList(),
                PageLinks.of(page, asked.at(PATH)),
                new Downloads(
                        asked.at(PATH + "/export").without("size").toString(),
                        asked.at(AuditResource.PATH).toString())));
    }

    /** What is asked for as CSV, sent while it is read. */
    @GET
    @Path("export")
    @Produces(AuditCsv.TYPE)
    @Operation(hidden = true)
    public Response export(@BeanParam AuditParameters asked) {
        AuditScope scope = AuditScope.of(actor.get());
        AuditQuery query = asked.toQuery();
        return Response.ok(AuditCsv.of(clock.getZone(), row -> entries.forEach(query, scope, row)))
                .type(AuditCsv.TYPE + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"")
                .build();
    }

    @POST
    @Path("verification")
    @Operation(hidden = true)
    public TemplateInstance verify() {
        return Templates.verification(VerificationView.of(
                Verification.run(verifier, Optional.empty()), EntryView.time(clock.instant(), clock.getZone())));
    }

    /** Who loads the outcome again goes back to where it can be asked for. */
    @GET
    @Path("verification")
    @Operation(hidden = true)
    public Response verification() {
        return Response.seeOther(URI.create(PATH)).build();
    }
}
