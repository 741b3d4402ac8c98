package org.xiangpei.identity.web;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import org.xiangpei.identity.SignInConfig;

/** The cookie in which a browser keeps the token of its session: unreadable for scripts, not sent by other sites' forms. */
@ApplicationScoped
class SessionCookie {

    static final String NAME = "xiangpei-session";

    private final boolean secure;

    /** A demonstration on the own machine has no TLS; everything else must. */
    SessionCookie(SignInConfig config, @ConfigProperty(name = "xiangpei.demo", defaultValue = "false") boolean demo) {
        secure = config.secureCookies().orElse(!demo);
    }

    static Optional<String> token(HttpServerRequest request) {
        return Optional.ofNullable(request.getCookie(NAME))
                .map(Cookie::getValue)
                .filter(it -> !it.isEmpty());
    }

    NewCookie of(String token) {
        return with(token, NewCookie.DEFAULT_MAX_AGE);
    }

    NewCookie gone() {
        return with("", 0);
    }

    private NewCookie with(String value, int maxAge) {
        return new NewCookie.Builder(NAME)
                .value(value)
                .path("/")
                .maxAge(maxAge)
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
