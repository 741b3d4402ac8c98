package org.xiangpei.identity.web;

import java.util.Objects;

import jakarta.ws.rs.core.HttpHeaders;

import io.vertx.core.http.HttpServerRequest;

import org.xiangpei.identity.Client;

/** Reads from a request where it comes from. Behind a proxy, {@code quarkus.http.proxy} says whom to believe. */
public final class Clients {

    private Clients() {}

    public static Client of(HttpServerRequest request) {
        return new Client(
                request.remoteAddress().hostAddress(),
                Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), ""));
    }
}
