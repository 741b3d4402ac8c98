package org.xiangpei.shared.web;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import org.xiangpei.shared.RuleViolation;

/**
 * Answers a body that is too large with the reason: one that announces its size before any of it is kept, any other when it has gone
 * beyond the limit. Left to the framework the answer would be an empty 413, and a client still sending would see its connection
 * break instead of the reason.
 */
@ApplicationScoped
class BodySize {

    /** Up to here a refused body is read and thrown away, so that simple clients get to read the answer. */
    private static final long DRAINED = 1L << 30;

    /** How far behind ours the framework's own guard stands: more than it ever has read and not yet handed on. */
    private static final long BEHIND = 1L << 20;

    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "OPTIONS");

    private static final long MEGABYTE = 1L << 20;

    private final long limit;

    BodySize(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
        this.limit = limit.asLongValue();
    }

    void route(@Observes Router router) {
        router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT - 1).handler(this::check);
        router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1).handler(this::stepBack);
    }

    private void check(RoutingContext request) {
        long length = announced(request);
        if (length <= limit || Refusals.isRefused(request)) {
            request.next();
        } else {
            refuse(request, length);
        }
    }

    /** The framework's guard is on for a body that does not announce its size. */
    private void stepBack(RoutingContext request) {
        if (request.get(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY) != null) {
            request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limit + BEHIND);
        }
        request.next();
    }

    @ServerRequestFilter
    public void count(ContainerRequestContext request) {
        if (request.getHeaderString(HttpHeaders.CONTENT_LENGTH) == null
                && !WITHOUT_BODY.contains(request.getMethod())) {
            request.setEntityStream(new CountedBody(
                    request.getEntityStream(),
                    limit,
                    () -> new RuleViolation("file-too-large", "提交的内容过大，" + advice())));
        }
    }

    private void refuse(RoutingContext request, long length) {
        if (length > DRAINED) {
            request.response().putHeader(HttpHeaderNames.CONNECTION, "close");
        } else {
            request.request().handler(thrownAway -> {});
            request.request().resume();
        }
        String detail = "提交的内容有 " + Math.ceilDiv(length, MEGABYTE) + " MB，" + advice();
        Refusals.refuse(
                request,
                new RuleViolation("file-too-large", detail),
                request.request().uri());
    }

    private String advice() {
        return "一次最多 " + limit / MEGABYTE + " MB。请换一个小些的文件，或分成几次提交。";
    }

    private static long announced(RoutingContext request) {
        try {
            String length = request.request().getHeader(HttpHeaderNames.CONTENT_LENGTH);
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
