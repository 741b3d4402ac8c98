package org.xiangpei.sourcing.web;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

import org.xiangpei.catalog.Products;
import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Needs;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Refused;
import org.xiangpei.sourcing.Inquiries;
import org.xiangpei.sourcing.Inviting;
import org.xiangpei.sourcing.Questions;
import org.xiangpei.sourcing.web.InquiryView.Made;
import org.xiangpei.sourcing.web.InquiryView.Typed;

/** Whom a buyer invites, and what it says to all of them. */
@Path(InquiryPages.PATH + "/{code}")
@Produces(MediaType.TEXT_HTML)
@Needs(Action.KEEP_INQUIRIES)
class InvitingPages {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance candidates(CandidatesView view);
    }

    private final Inquiries inquiries;
    private final Inviting inviting;
    private final Questions questions;
    private final Products products;
    private final InquiryViews views;
    private final OneInquiryViews one;
    private final InquiryChanges changes;
    private final CurrentActor actor;

    InvitingPages(
            Inquiries inquiries,
            Inviting inviting,
            Questions questions,
            Products products,
            InquiryViews views,
            OneInquiryViews one,
            InquiryChanges changes,
            CurrentActor actor) {
        this.inquiries = inquiries;
        this.inviting = inviting;
        this.questions = questions;
        this.products = products;
        this.views = views;
        this.one = one;
        this.changes = changes;
        this.actor = actor;
    }

    @GET
    @Path("candidates")
    @Operation(hidden = true)
    public TemplateInstance candidates(@RestPath String code) {
        return Templates.candidates(views.candidates(actor.get(), code, ChoiceForm.empty(), null));
    }

    @POST
    @Path("invitations")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response invite(@RestPath String code, MultivaluedMap<String, String> sent) {
        Actor buyer = actor.get();
        ChoiceForm choice = ChoiceForm.of(sent);
        inquiries.own(buyer, code);
        try {
            int added = inviting.invite(buyer, code, choice.read(products));
            return InquiryPages.seeOther(code, added > 0 ? "invited" : "already");
        } catch (RuleViolation refused) {
            return Refused.page(refused, Templates.candidates(views.candidates(buyer, code, choice, refused)));
        }
    }

    @POST
    @Path("invitations/{id}/remove")
    @Operation(hidden = true)
    public Response remove(@RestPath String code, @RestPath long id) {
        Actor buyer = actor.get();
        return changes.of(buyer, code, new Typed("remove", "", ""), () -> {
            inviting.remove(buyer, code, id);
            return InquiryPages.seeOther(code, "removed");
        });
    }

    @POST
    @Path("invitations/{id}/withdraw")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response withdraw(@RestPath String code, @RestPath long id, @RestForm @DefaultValue("") String reason) {
        Actor buyer = actor.get();
        return changes.of(buyer, code, new Typed("withdraw-" + id, reason, ""), () -> {
            inviting.withdraw(buyer, code, id, reason);
            return InquiryPages.seeOther(code, "withdrawn");
        });
    }

    /** The answer shows the link, this once. */
    @POST
    @Path("invitations/{id}/link")
    @Operation(hidden = true)
    public Response link(@RestPath String code, @RestPath long id, @Context UriInfo uri) {
        Actor buyer = actor.get();
        return changes.of(buyer, code, new Typed("link", "", ""), () -> {
            Inviting.Link made = inviting.link(buyer, code, id);
            String address = uri.getBaseUriBuilder()
                    .path(GuestPages.PATH)
                    .path(made.token())
                    .build()
                    .toString();
            var shown = new Made(made.name(), address, made.mailedTo().orElse(null));
            return Response.ok(InquiryPages.Templates.one(one.made(buyer, code, shown)))
                    .build();
        });
    }

    @POST
    @Path("questions/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response answer(@RestPath String code, @RestPath long id, @RestForm @DefaultValue("") String answer) {
        Actor buyer = actor.get();
        return changes.of(buyer, code, new Typed("answer-" + id, answer, ""), () -> {
            questions.answer(buyer, code, id, answer);
            return InquiryPages.seeOther(code, "answered#questions");
        });
    }

    /** A word to all that nobody asked for. */
    @POST
    @Path("words")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response say(@RestPath String code, @RestForm @DefaultValue("") String word) {
        Actor buyer = actor.get();
        return changes.of(buyer, code, new Typed("say", word, ""), () -> {
            questions.say(buyer, code, word);
            return InquiryPages.seeOther(code, "answered#questions");
        });
    }
}
