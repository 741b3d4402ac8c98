package org.xiangpei.shared.web;

import jakarta.enterprise.context.ApplicationScoped;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import org.xiangpei.shared.RuleViolation;

/**
 * Refuses requests before they reach any page or endpoint, with the same answers that those give: a problem under {@code /api}, a page
 * elsewhere. What the framework refuses so early gets an empty answer from it.
 */
@ApplicationScoped
class Refusals {

    private static final String REASON = "xiangpei.refused";

    /** Whether the request is on its way to the answer, and not to be looked at again. */
    static boolean isRefused(RoutingContext request) {
        return request.get(REASON) != null;
    }

    /**
     * Answers with the reason, and takes no more notice of method and body.
     *
     * @param address to be named in the answer, and by which it is JSON or a page
     */
    static void refuse(RoutingContext request, RuleViolation reason, String address) {
        request.put(REASON, reason);
        request.request().headers().remove(HttpHeaderNames.CONTENT_LENGTH);
        request.reroute(HttpMethod.GET, address);
    }

    @ServerRequestFilter(preMatching = true)
    public void check(RoutingContext request) {
        if (request.get(REASON) instanceof RuleViolation reason) {
            throw reason;
        }
    }
}
