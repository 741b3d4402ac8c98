package org.xiangpei.requirement.web;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Needs;
import org.xiangpei.requirement.bill.BillState;
import org.xiangpei.requirement.bill.BillSummary;
import org.xiangpei.requirement.bill.BillUploads;
import org.xiangpei.requirement.bill.Bills;
import org.xiangpei.requirement.bill.ColumnRole;
import org.xiangpei.requirement.bill.SheetChoice;
import org.xiangpei.requirement.bill.SheetSummary;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Choices;
import org.xiangpei.shared.web.ErrorListResponse;
import org.xiangpei.shared.web.Problem;

/** Bills of materials: upload, what the columns hold, progress, outcome. */
@Path("/requirements/bills")
@Needs(Action.KEEP_REQUIREMENTS)
@Produces(MediaType.TEXT_HTML)
class BillPages {

    private static final int MOST_PAGES = 10_000;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(BillListView view);

        static native TemplateInstance mapping(BillMappingView view);

        static native TemplateInstance one(BillView view);
    }

    private final BillUploads uploads;
    private final Bills bills;
    private final BillViews views;
    private final CurrentActor actor;

    BillPages(BillUploads uploads, Bills bills, BillViews views, CurrentActor actor) {
        this.uploads = uploads;
        this.bills = bills;
        this.views = views;
        this.actor = actor;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance list(@RestQuery @Nullable String page) {
        return Templates.list(views.list(actor.get(), Choices.count("page", page, 1, MOST_PAGES), null));
    }

    /** A file that cannot be read at all is answered with the form and the reason beside it. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response upload(@RestForm("file") @Nullable FileUpload file) {
        Actor buyer = actor.get();
        try {
            if (file == null || file.fileName().isBlank()) {
                throw new RuleViolation("file-empty", "请先选择一个文件，再上传。");
            }
            return seeOther(uploads.take(buyer, file.fileName(), file.uploadedFile()));
        } catch (RuleViolation wrong) {
            return page(wrong, Templates.list(views.list(buyer, 1, wrong)));
        }
    }

    @GET
    @Path("{code}")
    @Operation(hidden = true)
    public TemplateInstance one(@RestPath String code) {
        return show(actor.get(), code, null, null);
    }

    private TemplateInstance show(Actor buyer, String code, @Nullable String title, @Nullable String wrong) {
        BillSummary bill = bills.get(buyer, code);
        return bill.state() == BillState.UPLOADED
                ? Templates.mapping(views.mapping(buyer, bill, title, wrong))
                : Templates.one(views.one(buyer, bill, wrong));
    }

    @POST
    @Path("{code}/headings")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response moveHeadings(@RestPath String code, MultivaluedMap<String, String> form) {
        Actor buyer = actor.get();
        int sheet = row(form.getFirst("sheet"));
        int from = row(form.getFirst("from-" + sheet));
        int to = Math.max(from, row(form.getFirst("to-" + sheet)));
        return done(buyer, code, form.getFirst("title"), () -> bills.moveHeadings(buyer, code, sheet, from, to));
    }

    /** What is no number is no row. */
    private static int row(@Nullable String text) {
        String given = Objects.requireNonNullElse(text, "").strip();
        return given.matches("\\d{1,6}") ? Integer.parseInt(given) : 0;
    }

    @POST
    @Path("{code}/begin")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response begin(@RestPath String code, MultivaluedMap<String, String> form) {
        Actor buyer = actor.get();
        String title = Objects.requireNonNullElse(form.getFirst("title"), "");
        List<SheetChoice> choices = bills.sheets(buyer, code).stream()
                .map(sheet -> choice(sheet, form))
                .toList();
        return done(buyer, code, title, () -> bills.begin(buyer, code, title, choices));
    }

    private static SheetChoice choice(SheetSummary sheet, MultivaluedMap<String, String> form) {
        List<ColumnRole> roles = IntStream.range(0, sheet.columns().size())
                .mapToObj(i -> {
                    String name = "c-" + sheet.position() + "-" + i;
                    return Choices.choice(ColumnRole.class, name, form.getFirst(name))
                            .orElse(sheet.columns().get(i).role());
                })
                .toList();
        return new SheetChoice(sheet.position(), form.containsKey("sheet-" + sheet.position()), roles);
    }

    @POST
    @Path("{code}/cancel")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response cancel(@RestPath String code) {
        Actor buyer = actor.get();
        return done(buyer, code, null, () -> bills.cancel(buyer, code));
    }

    @POST
    @Path("{code}/go-on")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response goOn(@RestPath String code) {
        Actor buyer = actor.get();
        return done(buyer, code, null, () -> bills.goOn(buyer, code));
    }

    @GET
    @Path("{code}/remarks.csv")
    @Produces(ErrorListResponse.CSV)
    @Operation(hidden = true)
    public Response remarks(@RestPath String code) {
        return ErrorListResponse.of(200, bills.remarks(actor.get(), code));
    }

    private Response done(Actor buyer, String code, @Nullable String title, Runnable deed) {
        try {
            deed.run();
            return seeOther(code);
        } catch (RuleViolation refused) {
            return page(refused, show(buyer, code, title, refused.detail()));
        }
    }

    private static Response page(RuleViolation wrong, TemplateInstance page) {
        return Response.status(Problem.status(wrong.code())).entity(page).build();
    }

    private static Response seeOther(String code) {
        return Response.seeOther(URI.create(BillViews.BILLS + "/" + code)).build();
    }
}
