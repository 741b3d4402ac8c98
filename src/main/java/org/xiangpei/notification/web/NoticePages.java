package org.xiangpei.notification.web;

import java.net.URI;
import java.time.Clock;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Needs;
import org.xiangpei.identity.NoticeKind;
import org.xiangpei.notification.ReceivedNotices;
import org.xiangpei.notification.ReceivedNotices.Choice;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.web.Choices;

/** The own notices (通知中心). */
@Path(NoticePages.PATH)
@Produces(MediaType.TEXT_HTML)
@Needs(Action.USE_OWN_ACCOUNT)
class NoticePages {

    static final String PATH = "/notifications";

    private static final int SIZE = 20;
    private static final int LAST_PAGE = 10_000;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance notices(NoticesView view);
    }

    private final ReceivedNotices notices;
    private final CurrentActor current;
    private final Clock clock;

    NoticePages(ReceivedNotices notices, CurrentActor current, Clock clock) {
        this.notices = notices;
        this.current = current;
        this.clock = clock;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance notices(
            @RestQuery @Nullable String kind, @RestQuery boolean unread, @RestQuery @Nullable String page) {
        Choice choice = choice(kind, unread);
        return Templates.notices(NoticesView.of(
                current.get(),
                notices.page(current.get(), choice, Choices.count("page", page, 1, LAST_PAGE), SIZE),
                choice,
                clock.getZone()));
    }

    /** All that was chosen, whatever page of it was shown. */
    @POST
    @Path("read")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response readAll(@RestForm @Nullable String kind, @RestForm boolean unread) {
        Choice choice = choice(kind, unread);
        notices.readAll(current.get(), choice);
        return back(choice, 1);
    }

    /** @throws NotFound also for another's */
    @POST
    @Path("{id}/read")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response read(
            @RestPath long id,
            @RestForm @Nullable String kind,
            @RestForm boolean unread,
            @RestForm @DefaultValue("1") String page) {
        notices.read(current.get(), id);
        return back(choice(kind, unread), Choices.count("page", page, 1, LAST_PAGE));
    }

    /**
     * Leads to where it is dealt with.
     *
     * @throws NotFound also for another's
     */
    @POST
    @Path("{id}/open")
    @Operation(hidden = true)
    public Response open(@RestPath long id) {
        return Response.seeOther(URI.create(notices.read(current.get(), id))).build();
    }

    private static Choice choice(@Nullable String kind, boolean unread) {
        return new Choice(Choices.choice(NoticeKind.class, "kind", kind), unread);
    }

    private static Response back(Choice choice, int page) {
        return Response.seeOther(URI.create(NoticesView.address(choice)
                        .and("page", page == 1 ? null : page)
                        .toString()))
                .build();
    }
}
