package org.xiangpei.audit;

import java.util.Optional;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.shared.City;

/**
 * Which entries somebody may read: an operator all, a bureau those about its own city.
 *
 * @param all whatever the city, also none
 */
public record AuditScope(boolean all, Optional<City> city) {

    private static final AuditScope NOTHING = new AuditScope(false, Optional.empty());

    public static AuditScope of(Actor actor) {
        return actor.reach(Action.READ_AUDIT)
                .map(reach -> switch (reach) {
                    case ALL -> new AuditScope(true, Optional.empty());
                    case CITY -> new AuditScope(false, actor.city());
                    case OWN -> NOTHING;
                })
                .orElse(NOTHING);
    }
}
