package org.xiangpei.identity.web;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import org.xiangpei.shared.RuleViolation;

/**
 * Refuses what another site makes a browser send (cross-site request forgery). Browsers say where a request comes from in
 * {@code Sec-Fetch-Site} (W3C Fetch Metadata) or {@code Origin} (RFC 6454), which no page can change; so forms carry no token that could run out
 * while somebody writes. See ADR 0072.
 */
class SameOriginGate {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    /** @throws RuleViolation {@code cross-site} */
    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    public void check(ContainerRequestContext request) {
        if (!SAFE.contains(request.getMethod()) && !comesFromHere(request)) {
            throw new RuleViolation("cross-site", "这个请求不是从本站页面发出的，没有执行。请在本站页面上操作；程序调用请用访问令牌，不要带会话 Cookie。");
        }
    }

    private static boolean comesFromHere(ContainerRequestContext request) {
        Optional<String> site = header(request, "Sec-Fetch-Site");
        if (site.isPresent()) {
            return OWN.contains(site.get());
        }
        return header(request, "Origin")
                .map(origin -> isHost(origin, request.getHeaderString(HttpHeaders.HOST)))
                .orElseGet(() -> !request.getCookies().containsKey(SessionCookie.NAME));
    }

    private static boolean isHost(String origin, String host) {
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Optional<String> header(ContainerRequestContext request, String name) {
        return Optional.ofNullable(request.getHeaderString(name));
    }
}
