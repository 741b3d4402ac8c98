package org.xiangpei.ledger.web;

import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Needs;
import org.xiangpei.ledger.PurchaseExport;
import org.xiangpei.ledger.PurchaseExport.Format;
import org.xiangpei.ledger.PurchaseFilter;
import org.xiangpei.ledger.PurchaseLedger;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Choices;
import org.xiangpei.shared.web.Problem;
import org.xiangpei.shared.web.Uploads;

/** The ledger of the own organisation (采购台账): the list with its sums, one purchase with its history, its correction and withdrawal. */
@Path("/purchases")
@Produces(MediaType.TEXT_HTML)
@Needs(Action.READ_PURCHASES)
class PurchasePages {

    private static final int MOST_PAGES = 100_000;
    private static final String CSV = "text/csv";

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(PurchasesView view);

        static native TemplateInstance one(PurchaseView view);

        static native TemplateInstance correct(CorrectionView view);
    }

    private final PurchaseLedger ledger;
    private final PurchaseViews views;
    private final PurchaseExport export;
    private final CurrentActor actor;
    private final Clock clock;

    PurchasePages(PurchaseLedger ledger, PurchaseViews views, PurchaseExport export, CurrentActor actor, Clock clock) {
        this.ledger = ledger;
        this.views = views;
        this.export = export;
        this.actor = actor;
        this.clock = clock;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance list(@BeanParam PurchaseParameters asked, @RestQuery @Nullable String page) {
        return Templates.list(views.list(actor.get(), asked.toFilter(), Choices.count("page", page, 1, MOST_PAGES)));
    }

    /** What is asked for as a file that the importer reads back. */
    @GET
    @Path("export.csv")
    @Produces(CSV)
    @Operation(hidden = true)
    public Response csv(@BeanParam PurchaseParameters asked) {
        return file(asked.toFilter(), Format.CSV, CSV + ";charset=UTF-8");
    }

    @GET
    @Path("export.xlsx")
    @Produces(Uploads.XLSX)
    @Operation(hidden = true)
    public Response xlsx(@BeanParam PurchaseParameters asked) {
        return file(asked.toFilter(), Format.XLSX, Uploads.XLSX);
    }

    private Response file(PurchaseFilter filter, Format format, String type) {
        java.nio.file.Path file = export.write(actor.get(), filter, format);
        StreamingOutput sent = out -> {
            try {
                Files.copy(file, out);
            } finally {
                Files.delete(file);
            }
        };
        String name = "purchases-" + LocalDate.now(clock) + "." + format.name().toLowerCase(Locale.ROOT);
        return Response.ok(sent)
                .type(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }

    @GET
    @Path("{code}")
    @Operation(hidden = true)
    public TemplateInstance one(@RestPath String code) {
        return Templates.one(views.one(actor.get(), code, null));
    }

    @GET
    @Path("{code}/correct")
    @Needs(Action.IMPORT_PURCHASES)
    @Operation(hidden = true)
    public TemplateInstance form(@RestPath String code) {
        return Templates.correct(views.correction(actor.get(), code, null, "", null));
    }

    /** What is wrong is answered beside the fields, with what was typed. */
    @POST
    @Path("{code}/correct")
    @Needs(Action.IMPORT_PURCHASES)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response correct(@RestPath String code, MultivaluedMap<String, String> form) {
        Actor corrector = actor.get();
        Map<String, String> typed = new HashMap<>();
        form.forEach((name, values) -> typed.put(name, values.getFirst()));
        String reason = typed.getOrDefault("reason", "");
        try {
            ledger.correct(corrector, code, typed.getOrDefault("seen", ""), typed, reason);
            return seeOther(code);
        } catch (RuleViolation wrong) {
            return page(wrong, Templates.correct(views.correction(corrector, code, typed, reason, wrong)));
        }
    }

    @POST
    @Path("{code}/withdraw")
    @Needs(Action.IMPORT_PURCHASES)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response withdraw(
            @RestPath String code, @RestForm @Nullable String seen, @RestForm @Nullable String reason) {
        Actor corrector = actor.get();
        try {
            ledger.withdraw(corrector, code, Objects.requireNonNullElse(seen, ""), reason);
            return seeOther(code);
        } catch (RuleViolation wrong) {
            return page(wrong, Templates.one(views.one(corrector, code, wrong)));
        }
    }

    private static Response page(RuleViolation wrong, TemplateInstance page) {
        return Response.status(Problem.status(wrong.code())).entity(page).build();
    }

    private static Response seeOther(String code) {
        return Response.seeOther(URI.create("/purchases/" + code)).build();
    }
}
