package org.xiangpei.catalog.imports;

import java.util.Optional;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Reach;
import org.xiangpei.shared.City;
import org.xiangpei.shared.NotFound;

/** How much of the catalogue somebody may import. */
final class ImportReach {

    private ImportReach() {}

    /**
     * The city to which an actor's imports are limited; empty when they are not.
     *
     * @throws NotFound when the actor may not import at all
     */
    static Optional<City> of(Actor actor) {
        Optional<Reach> reach = actor.reach(Action.IMPORT_CATALOGUE);
        if (reach.filter(Reach.ALL::equals).isPresent()) {
            return Optional.empty();
        }
        if (reach.filter(Reach.CITY::equals).isEmpty() || actor.city().isEmpty()) {
            throw new NotFound("目录导入");
        }
        return actor.city();
    }
}
