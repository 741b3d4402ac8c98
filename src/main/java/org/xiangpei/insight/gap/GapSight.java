package org.xiangpei.insight.gap;

import java.util.List;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.matching.Improvement;

/**
 * What of a gap somebody may see (design rule 7). A bureau sees how much is behind each; all others see of a gap of few lines, or of one
 * buyer, only what is lacking in it: no number, no day, no level that would be that of a single line.
 *
 * @param all whether few lines are no secret
 */
record GapSight(boolean all) {

    static GapSight of(Actor viewer) {
        return new GapSight(viewer.may(Action.FOLLOW_GAPS));
    }

    boolean hides(GapFigures.Row row) {
        return !all && !row.countable();
    }

    static List<Lack> withoutLevels(List<Lack> lacks) {
        return lacks.stream()
                .map(it -> new Lack(it.property(), "", it.label(), ""))
                .distinct()
                .toList();
    }

    static NearProduct withoutLevels(NearProduct near) {
        return new NearProduct(
                near.product(),
                near.productName(),
                near.firm(),
                near.firmName(),
                0,
                0,
                near.changes().stream()
                        .map(it -> new Improvement(it.key(), it.label(), it.direction(), it.from(), "", null, null))
                        .toList());
    }
}
