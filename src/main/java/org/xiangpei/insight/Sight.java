package org.xiangpei.insight;

import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;

/** Whose purchases somebody can read one by one; of these, few records hide nothing (design rule 7). */
record Sight(Predicate<String> seesRowsOf) {

    static Sight of(Actor viewer) {
        return new Sight(buyer -> viewer.may(Action.READ_PURCHASES, buyer, Optional.empty()));
    }

    /** Whether a figure about one buyer hides few records; never one about several. */
    boolean hides(@Nullable String buyer) {
        return buyer != null && !seesRowsOf.test(buyer);
    }
}
