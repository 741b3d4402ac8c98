package org.xiangpei.audit;

import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Actor;

/**
 * Who made a change, as they were called then: people are renamed and moved, the trail is not.
 *
 * @param login empty for the service and for who is not signed in
 * @param address of the network, where the change was asked for over HTTP
 */
public record Author(
        String login,
        String name,
        @Nullable String organization,
        String organizationName,
        @Nullable String address) {

    static Author of(Actor actor, @Nullable String address) {
        return new Author(actor.login(), actor.name(), actor.organization(), actor.organizationName(), address);
    }
}
