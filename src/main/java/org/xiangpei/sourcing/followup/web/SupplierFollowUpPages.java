package org.xiangpei.sourcing.followup.web;

import java.net.URI;
import java.time.Clock;

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
import org.xiangpei.sourcing.Respondent;
import org.xiangpei.sourcing.Respondents;
import org.xiangpei.sourcing.followup.SupplierFollowUps;
import org.xiangpei.sourcing.web.Entrance;
import org.xiangpei.sourcing.web.InvitationHeading;

/** What the buyer has stated about what one won (履约), for the supplier, with or without an account: reads and answers. */
@Path("/invitations/{code}/follow-up")
@Produces(MediaType.TEXT_HTML)
@Needs(Action.ANSWER_INQUIRIES)
class SupplierFollowUpPages {

    private static final String NUMBER = "[0-9]{1,18}";

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance all(InvitationHeading heading, FollowUpListView view);

        static native TemplateInstance one(InvitationHeading heading, FollowUpView view);
    }

    private final Entrance entrance;
    private final Respondents respondents;
    private final SupplierFollowUps followUps;
    private final FollowUpViews views;
    private final CurrentActor current;
    private final Clock clock;

    SupplierFollowUpPages(
            Entrance entrance,
            Respondents respondents,
            SupplierFollowUps followUps,
            FollowUpViews views,
            CurrentActor current,
            Clock clock) {
        this.entrance = entrance;
        this.respondents = respondents;
        this.followUps = followUps;
        this.views = views;
        this.current = current;
        this.clock = clock;
    }

    @GET
    @Operation(hidden = true)
    public Response all(@RestPath String code) {
        return entrance.closed(current.get(), home(code)).orElseGet(() -> {
            Respondent who = respondents.of(current.get(), code);
            return Response.ok(Templates.all(heading(who), views.list(code, followUps.of(who), Typed.NOTHING, null)))
                    .build();
        });
    }

    private static String home(String code) {
        return "/invitations/" + code + "/follow-up";
    }

    @GET
    @Path("{award}")
    @Operation(hidden = true)
    public TemplateInstance one(@RestPath String code, @RestPath long award, @RestQuery @Nullable String done) {
        return one(respondents.of(current.get(), code), award, Typed.NOTHING, done == null ? null : "答复已保存，采购单位会收到通知。");
    }

    private TemplateInstance one(Respondent who, long award, Typed typed, @Nullable String done) {
        return Templates.one(
                heading(who), views.one(followUps.one(who, award), Side.supplier(who.inquiry()), typed, done));
    }

    private InvitationHeading heading(Respondent who) {
        return InvitationHeading.of(respondents.inquiry(who), who, clock.instant());
    }

    @POST
    @Path("{award}/answers")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response answer(@RestPath String code, @RestPath long award, MultivaluedMap<String, String> form) {
        Respondent who = respondents.of(current.get(), code);
        long statement = number(form.getFirst("statement"));
        Typed typed = Typed.of("answer-" + statement, form);
        try {
            followUps.answer(
                    who,
                    award,
                    statement,
                    typed.get("disputes").equals("true"),
                    typed.get("text"),
                    typed.get("seen").isEmpty() ? null : number(typed.get("seen")));
            return Response.seeOther(URI.create(home(code) + "/" + award + "?done=1"))
                    .build();
        } catch (RuleViolation refused) {
            return Response.status(Problem.status(refused.code()))
                    .entity(one(who, award, typed.refused(refused), null))
                    .build();
        }
    }

    private static long number(@Nullable String typed) {
        if (typed == null || !typed.matches(NUMBER)) {
            throw new NotFound("这条记录");
        }
        return Long.parseLong(typed);
    }
}
