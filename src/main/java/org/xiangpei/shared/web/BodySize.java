package org.xiangpei.shared.web;

import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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
 * Answers a body that is too large with a problem: one that announces its size before any of it is kept, any other when it has gone
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

    private final long limit;
    private final ObjectMapper json;

    BodySize(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit, ObjectMapper json) {
        this.limit = limit.asLongValue();
        this.json = json;
    }

    void route(@Observes Router router) {
        router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT - 1).handler(this::check);
        router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1).handler(this::stepBack);
    }

    private void check(RoutingContext request) {
        long length = announced(request);
        if (length <= limit) {
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
                    request.getEntityStream(), limit, () -> new RuleViolation("file-too-large", detail())));
        }
    }

    private void refuse(RoutingContext request, long length) {
        var response = request.response().setStatusCode(413).putHeader(HttpHeaderNames.CONTENT_TYPE, Problem.JSON);
        if (length > DRAINED) {
            response.putHeader(HttpHeaderNames.CONNECTION, "close");
        } else {
            request.request().handler(thrownAway -> {});
            request.request().resume();
        }
        response.end(problem(request.normalizedPath()));
    }

    private String problem(String path) {
        try {
            return json.writeValueAsString(Problem.of("file-too-large", detail(), path, List.of()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem can always be written", e);
        }
    }

    private String detail() {
        return "请求内容过大，最多 " + limit / (1024 * 1024) + " MB。请分成几次提交。";
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
