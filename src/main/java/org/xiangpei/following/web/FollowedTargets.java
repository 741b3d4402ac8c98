package org.xiangpei.following.web;

import java.util.Locale;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

import org.xiangpei.following.Following;
import org.xiangpei.following.Target;
import org.xiangpei.identity.CurrentActor;

/** What the button on a page of the catalogue needs to know. Asked for who is signed in only. */
@Named("followed")
@RequestScoped
public class FollowedTargets {

    private final Following following;
    private final CurrentActor current;

    FollowedTargets(Following following, CurrentActor current) {
        this.following = following;
        this.current = current;
    }

    /** @param kind the code of a {@link Target.Kind} */
    public boolean has(String kind, String code) {
        return following.follows(current.get(), new Target(Target.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), code));
    }
}
