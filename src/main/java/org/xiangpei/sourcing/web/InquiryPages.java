package org.xiangpei.sourcing.web;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Objects;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Products;
import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Needs;
import org.xiangpei.requirement.Attachments;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Choices;
import org.xiangpei.shared.web.Download;
import org.xiangpei.shared.web.Refused;
import org.xiangpei.sourcing.Draft;
import org.xiangpei.sourcing.Inquiries;
import org.xiangpei.sourcing.Inquiry;
import org.xiangpei.sourcing.web.InquiryView.Typed;

/** The inquiries of a buyer: the list, the making of one, its publication, extension and end. */
@Path(InquiryPages.PATH)
@Produces(MediaType.TEXT_HTML)
@Needs(Action.KEEP_INQUIRIES)
class InquiryPages {

    static final String PATH = "/inquiries";

    private static final int MOST_PAGES = 10_000;
    private static final int LONGEST_TOKEN = 80;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance inquiries(InquiryListView view);

        static native TemplateInstance pick(PickView view);

        static native TemplateInstance begin(NewInquiryView view);

        static native TemplateInstance terms(TermsView view);

        static native TemplateInstance one(InquiryView view);
    }

    private final Inquiries inquiries;
    private final Products products;
    private final Attachments attachments;
    private final InquiryViews views;
    private final OneInquiryViews one;
    private final InquiryChanges changes;
    private final CurrentActor actor;
    private final Clock clock;

    InquiryPages(
            Inquiries inquiries,
            Products products,
            Attachments attachments,
            InquiryViews views,
            OneInquiryViews one,
            InquiryChanges changes,
            CurrentActor actor,
            Clock clock) {
        this.inquiries = inquiries;
        this.products = products;
        this.attachments = attachments;
        this.views = views;
        this.one = one;
        this.changes = changes;
        this.actor = actor;
        this.clock = clock;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance list(@RestQuery @Nullable String page) {
        return Templates.inquiries(views.list(actor.get(), Choices.count("page", page, 1, MOST_PAGES)));
    }

    /** Without lines they are chosen first. */
    @GET
    @Path("new")
    @Operation(hidden = true)
    public TemplateInstance begin(@RestQuery @DefaultValue("") String requirement, @RestQuery List<Integer> line) {
        return line.isEmpty()
                ? Templates.pick(views.pick(actor.get(), requirement))
                : Templates.begin(views.begin(actor.get(), requirement, line));
    }

    /** The same form sent twice makes one inquiry. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response draft(MultivaluedMap<String, String> sent) {
        Actor buyer = actor.get();
        String requirement = first(sent, "requirement");
        String token = first(sent, "form");
        List<Integer> lines = numbers(sent);
        ChoiceForm choice = ChoiceForm.of(sent);
        TermsForm typed = TermsForm.of(sent);
        try {
            requireToken(token);
            Inquiry begun = inquiries.draft(
                    buyer, new Draft(token, typed.read(clock.getZone()), requirement, lines, choice.read(products)));
            return seeOther(begun.code(), "drafted");
        } catch (RuleViolation refused) {
            return Refused.page(
                    refused, Templates.begin(views.refused(buyer, requirement, lines, token, choice, typed, refused)));
        }
    }

    private static void requireToken(String token) {
        if (token.isEmpty() || token.length() > LONGEST_TOKEN) {
            throw new RuleViolation("bad-request", "表单不完整，请从需求的“发起询价”重新打开。");
        }
    }

    private static String first(MultivaluedMap<String, String> sent, String field) {
        return Objects.requireNonNullElse(sent.getFirst(field), "").strip();
    }

    private static List<Integer> numbers(MultivaluedMap<String, String> sent) {
        return sent.getOrDefault("line", List.of()).stream()
                .filter(it -> !it.isBlank())
                .map(it -> Choices.count("line", it, 1, Integer.MAX_VALUE))
                .toList();
    }

    @GET
    @Path("{code}")
    @Operation(hidden = true)
    public TemplateInstance one(@RestPath String code, @RestQuery @DefaultValue("") String done) {
        return Templates.one(one.of(actor.get(), code, done));
    }

    @GET
    @Path("{code}/terms")
    @Operation(hidden = true)
    public TemplateInstance terms(@RestPath String code) {
        return Templates.terms(views.terms(actor.get(), code, null, null));
    }

    @POST
    @Path("{code}/terms")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response write(@RestPath String code, MultivaluedMap<String, String> sent) {
        Actor buyer = actor.get();
        TermsForm typed = TermsForm.of(sent);
        inquiries.own(buyer, code);
        try {
            inquiries.write(buyer, code, typed.read(clock.getZone()), typed.seen());
            return seeOther(code, "saved");
        } catch (RuleViolation refused) {
            return Refused.page(refused, Templates.terms(views.terms(buyer, code, typed, refused)));
        }
    }

    @POST
    @Path("{code}/publish")
    @Operation(hidden = true)
    public Response publish(@RestPath String code) {
        Actor buyer = actor.get();
        return changes.of(buyer, code, new Typed("publish", "", ""), () -> {
            inquiries.publish(buyer, code);
            return seeOther(code, "published");
        });
    }

    @POST
    @Path("{code}/extend")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response extend(
            @RestPath String code,
            @RestForm @DefaultValue("") String deadline,
            @RestForm @DefaultValue("") String reason) {
        Actor buyer = actor.get();
        return changes.of(buyer, code, new Typed("extend", reason, deadline), () -> {
            inquiries.extend(buyer, code, TermsForm.moment(deadline, clock.getZone()), reason);
            return seeOther(code, "extended");
        });
    }

    @POST
    @Path("{code}/cancel")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response cancel(@RestPath String code, @RestForm @DefaultValue("") String reason) {
        Actor buyer = actor.get();
        return changes.of(buyer, code, new Typed("cancel", reason, ""), () -> {
            inquiries.cancel(buyer, code, reason);
            return seeOther(code, "cancelled");
        });
    }

    @POST
    @Path("{code}/discard")
    @Operation(hidden = true)
    public Response discard(@RestPath String code) {
        Actor buyer = actor.get();
        return changes.of(buyer, code, new Typed("discard", "", ""), () -> {
            inquiries.discard(buyer, code);
            return Response.seeOther(URI.create(PATH)).build();
        });
    }

    @GET
    @Path("{code}/files/{id}")
    @Produces(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response file(@RestPath String code, @RestPath String id) {
        Inquiry of = inquiries.own(actor.get(), code);
        return Download.of(attachments.readable(of.requirement(), id), "attachment-" + code);
    }

    static Response seeOther(String code, String done) {
        return Response.seeOther(URI.create(PATH + "/" + code + "?done=" + done))
                .build();
    }
}
