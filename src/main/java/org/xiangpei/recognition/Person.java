package org.xiangpei.recognition;

import org.xiangpei.identity.Actor;

/** Who did something in a case. The login tells one from another; the name is shown, as it was then. */
public record Person(String login, String name) {

    public static Person of(Actor actor) {
        return new Person(actor.login(), actor.name());
    }
}
