package org.xiangpei.identity.web;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.AccessTokens;
import org.xiangpei.identity.Action;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Needs;
import org.xiangpei.shared.RuleViolation;

/** The access tokens of the own account. */
@Path(TokenPages.PATH)
@Produces(MediaType.TEXT_HTML)
@Needs(Action.USE_OWN_ACCOUNT)
class TokenPages {

    static final String PATH = "/account/tokens";

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance tokens(TokensView view);
    }

    private final AccessTokens tokens;
    private final CurrentActor current;
    private final Clock clock;

    TokenPages(AccessTokens tokens, CurrentActor current, Clock clock) {
        this.tokens = tokens;
        this.current = current;
        this.clock = clock;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance tokens() {
        return Templates.tokens(view(TokenForm.EMPTY, null, null));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response create(
            @RestForm @DefaultValue("") String name,
            @RestForm List<String> scope,
            @RestForm @DefaultValue("") String days) {
        var form = new TokenForm(name, Set.copyOf(scope), days);
        try {
            String secret = tokens.create(current.get(), name, scopes(form), life(form));
            return page(200, view(TokenForm.EMPTY, secret, null));
        } catch (RuleViolation wrong) {
            return page(422, view(form, null, wrong.detail()));
        }
    }

    @POST
    @Path("{id}/revoke")
    @Operation(hidden = true)
    public Response revoke(@RestPath long id) {
        tokens.revoke(current.get(), id);
        return Response.seeOther(URI.create(PATH)).build();
    }

    private TokensView view(TokenForm form, @Nullable String secret, @Nullable String fault) {
        return TokensView.of(
                current.get(), tokens.of(current.get()), form, new TokensView.Outcome(secret, fault), clock.getZone());
    }

    /** What is sent besides the boxes shown is as good as nothing. */
    private static Set<Action> scopes(TokenForm form) {
        return Stream.of(Action.values())
                .filter(it -> form.scopes().contains(it.code()))
                .collect(Collectors.toSet());
    }

    private static Duration life(TokenForm form) {
        return TokensView.LIVES.stream()
                .filter(it -> it.toString().equals(form.days()))
                .findFirst()
                .map(Duration::ofDays)
                .orElseThrow(() -> new RuleViolation("bad-token", "请选择有效期：" + TokensView.LIVES + " 天之一。"));
    }

    private static Response page(int status, TokensView view) {
        return Response.status(status)
                .entity(Templates.tokens(view))
                .header("Cache-Control", "no-store")
                .build();
    }
}
