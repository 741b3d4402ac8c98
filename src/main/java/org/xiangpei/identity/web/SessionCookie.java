package org.xiangpei.identity.web;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;

/** The cookie in which a browser keeps the token of its session. */
@ApplicationScoped
class SessionCookie {

    static final String NAME = "xiangpei-session";

    private final Cookies cookies;

    SessionCookie(Cookies cookies) {
        this.cookies = cookies;
    }

    static Optional<String> token(HttpServerRequest request) {
        return Optional.ofNullable(request.getCookie(NAME))
                .map(Cookie::getValue)
                .filter(it -> !it.isEmpty());
    }

    NewCookie of(String token) {
        return cookies.of(NAME, token);
    }

    NewCookie gone() {
        return cookies.gone(NAME);
    }
}
