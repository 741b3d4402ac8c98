package org.xiangpei.shared.web;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers a body that announces itself as too large with a problem, before any of it is kept. Without this the answer would be an
 * empty 413, and a client still sending would see its connection break instead of the reason.
 */
@ApplicationScoped
class BodySize {

    /** Up to here a refused body is read and thrown away, so that simple clients get to read the answer. */
    private static final long DRAINED = 1L << 30;

    private final long limit;
    private final ObjectMapper json;

    BodySize(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit, ObjectMapper json) {
        this.limit = limit.asLongValue();
        this.json = json;
    }

    void route(@Observes Router router) {
        router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT - 1).handler(this::check);
    }

    private void check(RoutingContext request) {
        long length = announced(request);
        if (length <= limit) {
            request.next();
        } else {
            refuse(request, length);
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
        long megabytes = limit / (1024 * 1024);
        try {
            return json.writeValueAsString(
                    Problem.of("file-too-large", "请求内容过大，最多 " + megabytes + " MB。请分成几次提交。", path, List.of()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem can always be written", e);
        }
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
