package org.xiangpei.insight;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;

/** Which records somebody can read one by one: of these, few hide nothing; of all others they hide the value (design rule 7). */
public record Sight(Actor viewer) {

    /** @param buyer whose records alone stand behind a figure; null where those of several do */
    public boolean reads(@Nullable String buyer) {
        return viewer.may(Action.READ_PURCHASES, buyer, Optional.empty());
    }

    boolean hides(@Nullable String buyer, long records) {
        return Figure.isFew(records) && !reads(buyer);
    }
}
