package org.xiangpei.insight.gap;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.DeskSource;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Labels;

/** On the desk of a bureau: the gaps that it has in hand. */
@ApplicationScoped
class GapDesk implements DeskSource {

    private static final int SHOWN = 5;

    private final EntityManager entities;
    private final GapTrail trail;

    GapDesk(EntityManager entities, GapTrail trail) {
        this.entities = entities;
        this.trail = trail;
    }

    @Override
    @Transactional
    public List<Section> sections(Actor actor) {
        return actor.may(Action.FOLLOW_GAPS)
                ? actor.city().map(this::inHand).filter(it -> it.total() > 0).stream()
                        .toList()
                : List.of();
    }

    private Section inHand(City city) {
        List<Gap> found = entities.createQuery(
                        "from Gap where follower.followerCity = ?1 and closedOn is null order by follower.followedAt desc",
                        Gap.class)
                .setParameter(1, city.code())
                .getResultList();
        return new Section(
                Place.OWN,
                "本局跟进的缺口",
                found.size(),
                found.stream().limit(SHOWN).map(this::item).toList(),
                "/gaps?state=" + GapState.IN_HAND.code());
    }

    private Item item(Gap gap) {
        return new Item(
                trail.name(gap),
                gap.follower().map(Gap.Follower::text).orElse(""),
                "/gaps/" + gap.code(),
                Labels.of(GapState.IN_HAND));
    }
}
