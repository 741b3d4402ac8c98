package org.xiangpei.identity.web;

import java.net.URI;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Due;
import org.xiangpei.identity.Sessions;
import org.xiangpei.shared.web.Address;

/** Where somebody goes after a step of the sign-in: to the next one that is due, and then to where they wanted to go. */
@ApplicationScoped
class Onward {

    /** Where one lands who was not on the way to somewhere. */
    static final String DESK = "/desk";

    private final Sessions sessions;

    Onward(Sessions sessions) {
        this.sessions = sessions;
    }

    /** @param token of the session */
    URI after(String token, String next) {
        return URI.create(sessions.actor(token)
                .flatMap(Actor::due)
                .map(due -> Address.of(path(due)).and("next", inside(next)).toString())
                .orElseGet(() -> inside(next)));
    }

    /** The page on which it is done. */
    static String path(Due due) {
        return switch (due) {
            case SECOND_FACTOR -> SignInFactorPages.PATH;
            case PASSWORD -> PasswordPages.PATH;
            case SECOND_FACTOR_SETUP -> SecondFactorPages.PATH;
        };
    }

    /** Only an address of ours: a link must not lead elsewhere after the sign-in. */
    static String inside(String next) {
        boolean ours = next.startsWith("/")
                && !next.startsWith("//")
                && next.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\')
                && !next.startsWith(SignInPages.PATH);
        return ours ? next : DESK;
    }
}
