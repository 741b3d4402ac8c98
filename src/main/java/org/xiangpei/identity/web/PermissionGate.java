package org.xiangpei.identity.web;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Actor;
import org.xiangpei.identity.CurrentActor;
import org.xiangpei.identity.Due;
import org.xiangpei.identity.Needs;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Address;

/** Lets a request pass only when the table of permissions allows its action. A page that needs to know who asks leads to the sign-in. */
@SecurityScheme(
        securitySchemeName = Needs.SCHEME,
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "An access token that a person has made for a program")
class PermissionGate {

    private final CurrentActor current;

    PermissionGate(CurrentActor current) {
        this.current = current;
    }

    /**
     * @throws RuleViolation {@code not-signed-in}, or {@code not-permitted}: for what nobody declared, and for what the person's roles do
     *     not have
     */
    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    public @Nullable Response check(ResourceInfo resource, ContainerRequestContext request, RoutingContext context) {
        if (context.get(Authentication.REFUSED) != null) {
            throw new RuleViolation("not-signed-in", "访问令牌不对、已过期或已撤销。请在“我的账号”里另建一个。");
        }
        Needs needs = declared(resource)
                .orElseThrow(() -> new RuleViolation("not-permitted", "这个地址没有声明谁可以用，因此对所有人关闭。请告知管理员。"));
        Actor actor = current.get();
        if (actor.may(needs.value()) && !isAhead(actor, needs)) {
            return null;
        }
        if (actor.isMember()) {
            throw new RuleViolation("not-permitted", "您的角色不能做这件事。需要的话，请联系本单位管理员调整角色。");
        }
        UriInfo uri = request.getUriInfo();
        if (uri.getPath().startsWith("/api/")) {
            throw new RuleViolation("not-signed-in", "需要先登录，或在请求头 Authorization 中给出 Bearer 加访问令牌。");
        }
        if (!request.getMethod().equals("GET")) {
            throw new RuleViolation("not-signed-in", "登录已经过期，或还没有完成。刚才的内容没有提交，但也没有丢失。");
        }
        return Response.seeOther(URI.create(actor.due().map(Onward::path).orElseGet(() -> signIn(uri))))
                .build();
    }

    /** Whether somebody wants to do a later step of the sign-in before the one that is due. */
    private static boolean isAhead(Actor actor, Needs needs) {
        List<Due> steps = List.of(needs.steps());
        return !steps.isEmpty()
                && actor.due().filter(due -> !steps.contains(due)).isPresent();
    }

    private static String signIn(UriInfo uri) {
        String next = uri.getRequestUri().getRawPath()
                + Optional.ofNullable(uri.getRequestUri().getRawQuery())
                        .map(query -> "?" + query)
                        .orElse("");
        return Address.of(SignInPages.PATH).and("next", next).toString();
    }

    private static Optional<Needs> declared(ResourceInfo resource) {
        return Stream.of(resource.getResourceMethod(), resource.getResourceClass())
                .flatMap(it -> Optional.ofNullable(it.getAnnotation(Needs.class)).stream())
                .findFirst();
    }
}
