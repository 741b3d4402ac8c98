package org.xiangpei.identity.web;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Actor;
import org.xiangpei.identity.OneTimeLink;
import org.xiangpei.shared.web.Address;

/**
 * An invitation, as the invited person sees it.
 *
 * @param action where its forms go
 * @param signIn where somebody with an account signs in and comes back
 * @param mover who is signed in and would be moved; null for nobody
 * @param login as it was typed
 * @param returning whether it was typed into the form for who has an account from before
 * @param fault why the last try was refused
 */
record JoinView(
        String name,
        String organization,
        String roles,
        String action,
        String signIn,
        @Nullable Mover mover,
        String login,
        boolean returning,
        @Nullable String fault) {

    /** @param already whether it is the same organisation */
    record Mover(String name, String login, String organization, boolean already) {}

    static JoinView of(OneTimeLink link, String token, Actor actor) {
        String action = JoinPages.PATH + "/" + token;
        return new JoinView(
                link.name(),
                link.organization().name(),
                RoleChoice.text(link.roles()),
                action,
                Address.of(SignInPages.PATH).and("next", action).toString(),
                mover(link, actor).orElse(null),
                "",
                false,
                null);
    }

    /** What was typed, and why it was refused. */
    JoinView with(String typed, String why) {
        return new JoinView(name, organization, roles, action, signIn, mover, typed, false, why);
    }

    /** The same for the form of who comes back. */
    JoinView withReturning(String typed, String why) {
        return new JoinView(name, organization, roles, action, signIn, mover, typed, true, why);
    }

    private static Optional<Mover> mover(OneTimeLink link, Actor actor) {
        return actor.isMember()
                ? Optional.of(new Mover(
                        actor.name(),
                        actor.login(),
                        actor.organizationName(),
                        link.organization().code().equals(actor.organization())))
                : Optional.empty();
    }
}
