package org.xiangpei.identity.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import org.xiangpei.identity.SignInConfig;

/** Makes cookies that hold a secret: unreadable for scripts, not sent by other sites' forms, and only over TLS outside of a demonstration. */
@ApplicationScoped
public class Cookies {

    private final boolean secure;

    /** A demonstration on the own machine has no TLS; everything else must. */
    Cookies(SignInConfig config, @ConfigProperty(name = "xiangpei.demo", defaultValue = "false") boolean demo) {
        secure = config.secureCookies().orElse(!demo);
    }

    /** Kept until the browser is closed. */
    public NewCookie of(String name, String value) {
        return with(name, value, NewCookie.DEFAULT_MAX_AGE);
    }

    /** The browser forgets it. */
    public NewCookie gone(String name) {
        return with(name, "", 0);
    }

    private NewCookie with(String name, String value, int maxAge) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .maxAge(maxAge)
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
