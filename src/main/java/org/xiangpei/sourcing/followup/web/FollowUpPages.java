package org.xiangpei.sourcing.followup.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Needs;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Problem;
import org.xiangpei.sourcing.followup.FollowUps;
import org.xiangpei.sourcing.followup.Quality;
import org.xiangpei.sourcing.followup.Said;
import org.xiangpei.sourcing.followup.Said.Acceptance;
import org.xiangpei.sourcing.followup.Said.Delivery;
import org.xiangpei.sourcing.followup.StatementKind;
import org.xiangpei.sourcing.web.Heading;

/** What became of the awards of an inquiry (履约), for its buyer: states deliveries, acceptances and ratings, and corrects them. */
@Path("/inquiries/{code}/follow-up")
@Produces(MediaType.TEXT_HTML)
@Needs(Action.KEEP_INQUIRIES)
class FollowUpPages {

    private static final String SEVERAL = "several";

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance all(Heading heading, FollowUpListView view);

        static native TemplateInstance one(Heading heading, FollowUpView view);

        static native TemplateInstance correct(Heading heading, CorrectionView view);
    }

    private final FollowUps followUps;
    private final FollowUpViews views;
    private final InquiryHeadings headings;
    private final CurrentActor current;

    FollowUpPages(FollowUps followUps, FollowUpViews views, InquiryHeadings headings, CurrentActor current) {
        this.followUps = followUps;
        this.views = views;
        this.headings = headings;
        this.current = current;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance all(@RestPath String code, @RestQuery @Nullable String done) {
        return all(code, Typed.NOTHING, done == null ? null : "已登记，供应商会收到通知。");
    }

    private TemplateInstance all(String code, Typed typed, @Nullable String done) {
        var all = followUps.ofInquiry(current.get(), code);
        return Templates.all(headings.of(current.get(), code), views.list(code, all, typed, done));
    }

    /** All of several awards has arrived, and has perhaps passed. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response several(@RestPath String code, MultivaluedMap<String, String> form) {
        Typed typed = Typed.of(SEVERAL, form);
        try {
            followUps.record(current.get(), code, FollowUpForm.awards(typed), said(typed));
            return seeOther("/inquiries/" + code + "/follow-up?done=1");
        } catch (RuleViolation refused) {
            return page(refused, all(code, typed.refused(refused), null));
        }
    }

    private static List<Said> said(Typed typed) {
        List<Said> said = new ArrayList<>();
        Delivery arrived = FollowUpForm.delivery(typed);
        said.add(arrived);
        if (typed.get("passed").equals("true")) {
            said.add(new Acceptance(arrived.on(), Quality.PASSED, ""));
        }
        return said;
    }

    @GET
    @Path("{award}")
    @Operation(hidden = true)
    public TemplateInstance one(@RestPath String code, @RestPath long award, @RestQuery @Nullable String done) {
        return one(code, award, Typed.NOTHING, done == null ? null : "已保存，供应商会收到通知。");
    }

    private TemplateInstance one(String code, long award, Typed typed, @Nullable String done) {
        return Templates.one(
                headings.of(current.get(), code),
                views.one(followUps.one(current.get(), code, award), Side.buyer(code), typed, done));
    }

    @POST
    @Path("{award}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response state(@RestPath String code, @RestPath long award, MultivaluedMap<String, String> form) {
        Typed typed = Typed.of(form.getFirst("kind") == null ? "" : form.getFirst("kind"), form);
        StatementKind kind = Arrays.stream(StatementKind.values())
                .filter(it -> typed.isOf(it.code()))
                .findFirst()
                .orElseThrow(() -> new NotFound("这个表单"));
        try {
            followUps.record(current.get(), code, List.of(award), List.of(FollowUpForm.read(kind, typed)));
            return done(code, award);
        } catch (RuleViolation refused) {
            return page(refused, one(code, award, typed.refused(refused), null));
        }
    }

    @GET
    @Path("{award}/statements/{statement}")
    @Operation(hidden = true)
    public TemplateInstance correction(@RestPath String code, @RestPath long award, @RestPath long statement) {
        return correction(code, award, statement, Typed.NOTHING);
    }

    private TemplateInstance correction(String code, long award, long statement, Typed typed) {
        return Templates.correct(
                headings.of(current.get(), code),
                views.correction(followUps.one(current.get(), code, award), statement, typed));
    }

    @POST
    @Path("{award}/statements/{statement}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response correct(
            @RestPath String code,
            @RestPath long award,
            @RestPath long statement,
            MultivaluedMap<String, String> form) {
        Typed typed = Typed.of(FollowUpViews.CORRECT, form);
        return change(
                code,
                award,
                statement,
                typed,
                () -> followUps.correct(
                        current.get(),
                        code,
                        award,
                        statement,
                        FollowUpForm.read(views.kind(followUps.one(current.get(), code, award), statement), typed),
                        typed.get("reason")));
    }

    @POST
    @Path("{award}/statements/{statement}/withdraw")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response withdraw(
            @RestPath String code,
            @RestPath long award,
            @RestPath long statement,
            MultivaluedMap<String, String> form) {
        Typed typed = Typed.of(FollowUpViews.WITHDRAW, form);
        return change(
                code,
                award,
                statement,
                typed,
                () -> followUps.withdraw(current.get(), code, award, statement, typed.get("withdraw-reason")));
    }

    /** What a colleague has changed meanwhile is answered with the page as it is now. */
    private Response change(String code, long award, long statement, Typed typed, Runnable change) {
        try {
            change.run();
            return done(code, award);
        } catch (RuleViolation refused) {
            Typed kept = typed.refused(refused);
            return page(
                    refused,
                    views.isInEffect(followUps.one(current.get(), code, award), statement)
                            ? correction(code, award, statement, kept)
                            : one(code, award, kept, null));
        }
    }

    private static Response page(RuleViolation refused, TemplateInstance page) {
        return Response.status(Problem.status(refused.code())).entity(page).build();
    }

    private static Response done(String code, long award) {
        return seeOther("/inquiries/" + code + "/follow-up/" + award + "?done=1");
    }

    private static Response seeOther(String path) {
        return Response.seeOther(URI.create(path)).build();
    }
}
