package org.xiangpei.identity.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.CurrentActor;

/** What the layout of every page knows of the one who looks at it. */
@Named
@RequestScoped
public class Visitor {

    private final Actor actor;

    Visitor(CurrentActor current) {
        actor = current.get();
    }

    public boolean isKnown() {
        return actor.isKnown();
    }

    public boolean isMember() {
        return actor.isMember();
    }

    public String name() {
        return actor.name();
    }

    public String organization() {
        return actor.organizationName();
    }

    /** @param action the code of an {@link Action} */
    public boolean may(String action) {
        return actor.may(Action.valueOf(action));
    }
}
