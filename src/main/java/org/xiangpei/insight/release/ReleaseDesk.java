package org.xiangpei.insight.release;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.DeskSource;
import org.xiangpei.shared.Labels;

/** On the desk of a bureau: figures of the region that wait for its agreement. */
@ApplicationScoped
class ReleaseDesk implements DeskSource {

    private static final int SHOWN = 5;

    private final Releases releases;

    ReleaseDesk(Releases releases) {
        this.releases = releases;
    }

    @Override
    @Transactional
    public List<Section> sections(Actor actor) {
        if (!actor.may(Action.RELEASE_FIGURES)) {
            return List.of();
        }
        List<Release> waiting = releases.list(actor).stream()
                .filter(it -> it.state() == ReleaseState.PROPOSED
                        && actor.city().filter(it.awaited()::contains).isPresent())
                .toList();
        return waiting.isEmpty()
                ? List.of()
                : List.of(new Section(
                        Place.WAITING,
                        "等本市同意公布的数字",
                        waiting.size(),
                        waiting.stream().limit(SHOWN).map(ReleaseDesk::item).toList(),
                        "/released"));
    }

    private static Item item(Release release) {
        return new Item(
                release.place() + " " + release.period(),
                release.preparedBy().label() + "市工信局提出，截至 " + release.asOf(),
                "/released/" + release.code(),
                Labels.of(release.state()));
    }
}
