package org.xiangpei.ledger;

import java.util.Objects;
import java.util.Optional;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Reach;
import org.xiangpei.shared.NotFound;

/** Whose purchases somebody may see or record: the own organisation's, or everybody's. */
final class LedgerReach {

    private LedgerReach() {}

    /**
     * The buyer to which an actor is limited; empty when to none.
     *
     * @throws NotFound when the actor may not at all
     */
    static Optional<String> buyer(Actor actor, Action action) {
        return switch (actor.reach(action).orElseThrow(() -> new NotFound("采购台账"))) {
            case ALL -> Optional.empty();
            case OWN, CITY -> Optional.of(Objects.requireNonNullElse(actor.organization(), ""));
        };
    }

    /** Whether a buyer's rows are the actor's to do this with. */
    static boolean covers(Actor actor, Action action, String buyer) {
        return actor.reach(action).filter(reach -> reach != Reach.CITY).isPresent()
                && buyer(actor, action).map(buyer::equals).orElse(true);
    }
}
