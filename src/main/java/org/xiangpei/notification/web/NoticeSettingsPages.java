package org.xiangpei.notification.web;

import java.net.URI;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

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

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.MailAddresses;
import org.xiangpei.identity.Needs;
import org.xiangpei.identity.NoticeFrequency;
import org.xiangpei.identity.NoticeKind;
import org.xiangpei.identity.web.Clients;
import org.xiangpei.notification.NoticePreferences;
import org.xiangpei.notification.NoticePreferences.Wish;
import org.xiangpei.notification.OutgoingLetters;
import org.xiangpei.notification.web.NoticeSettingsView.LetterRow;
import org.xiangpei.notification.web.NoticeSettingsView.MailForm;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Choices;
import org.xiangpei.shared.web.Problem;

/** What the person wants to hear of, how and how soon (通知设置). */
@Path(NoticeSettingsPages.PATH)
@Produces(MediaType.TEXT_HTML)
@Needs(Action.USE_OWN_ACCOUNT)
class NoticeSettingsPages {

    static final String PATH = "/notifications/settings";

    private static final int LETTERS = 10;

    /** What a page that was led to says, by the code in its address. */
    private static final Map<String, String> DONE = Map.of(
            "kinds", "通知设置已保存，对之后发生的事生效。",
            "proposed", "确认邮件正在寄出。请在 24 小时内打开邮件里的链接。",
            "removed", "已停用邮箱，之后只在页面内通知。");

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance settings(NoticeSettingsView view);
    }

    private final NoticePreferences preferences;
    private final MailAddresses addresses;
    private final OutgoingLetters letters;
    private final CurrentActor current;
    private final Clock clock;

    NoticeSettingsPages(
            NoticePreferences preferences,
            MailAddresses addresses,
            OutgoingLetters letters,
            CurrentActor current,
            Clock clock) {
        this.preferences = preferences;
        this.addresses = addresses;
        this.letters = letters;
        this.current = current;
        this.clock = clock;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance settings(@RestQuery @DefaultValue("") String done) {
        return page(suggested(), null, DONE.get(done));
    }

    /** What registration or invitation said, while nothing is confirmed. */
    private String suggested() {
        Actor actor = current.get();
        return addresses.of(actor).confirmed().isPresent()
                ? ""
                : addresses.known(actor).orElse("");
    }

    /** Kinds that the form does not have stay as they are. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response choose(MultivaluedMap<String, String> form) {
        Map<NoticeKind, Wish> wishes = new EnumMap<>(NoticeKind.class);
        preferences.of(current.get()).forEach((kind, now) -> {
            var page = frequency(form, "page." + kind.code()).orElse(now.page());
            var mail = frequency(form, "mail." + kind.code()).orElse(now.mail());
            wishes.put(kind, new Wish(page, mail));
        });
        preferences.choose(current.get(), wishes);
        return done("kinds");
    }

    private static Optional<NoticeFrequency> frequency(MultivaluedMap<String, String> form, String field) {
        return Choices.choice(NoticeFrequency.class, field, form.getFirst(field));
    }

    /** Mails a link to the address, with which it is confirmed. */
    @POST
    @Path("mail")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response proposeAddress(
            @RestForm @DefaultValue("") String email,
            @RestForm @DefaultValue("") String password,
            @Context HttpServerRequest request) {
        try {
            addresses.propose(current.get(), email, password, Clients.of(request));
            return done("proposed");
        } catch (RuleViolation refused) {
            return Response.status(Problem.status(refused.code()))
                    .entity(page(email, refused.detail(), null))
                    .build();
        }
    }

    @POST
    @Path("mail/remove")
    @Operation(hidden = true)
    public Response removeAddress() {
        addresses.forget(current.get());
        return done("removed");
    }

    private TemplateInstance page(String typed, @Nullable String fault, @Nullable String saved) {
        Actor actor = current.get();
        return Templates.settings(new NoticeSettingsView(
                letters.canSend(),
                MailForm.of(addresses.of(actor), typed, fault),
                NoticeSettingsView.rows(preferences.of(actor)),
                letters.lastTo(actor, LETTERS).stream()
                        .map(it -> LetterRow.of(it, clock.getZone()))
                        .toList(),
                saved));
    }

    private static Response done(String what) {
        return Response.seeOther(URI.create(PATH + "?done=" + what)).build();
    }
}
