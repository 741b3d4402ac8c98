package org.xiangpei.following;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.following.Following.Followed;
import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.DeskSource;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.Moments;

/** On everybody's desk: what they follow, with what has changed since; what has changed last first. */
@ApplicationScoped
class FollowedDesk implements DeskSource {

    private static final int SHOWN = 8;
    private static final Item HINT = new Item("打开产品或企业的页面，点“关注”，它的变化就会列在这里并通知您。", "", null, null);

    private final Following following;
    private final Clock clock;

    FollowedDesk(Following following, Clock clock) {
        this.following = following;
        this.clock = clock;
    }

    @Override
    public List<Section> sections(Actor actor) {
        if (!actor.may(Action.USE_OWN_ACCOUNT)) {
            return List.of();
        }
        List<Item> items = following.list(actor, SHOWN).stream().map(this::item).toList();
        return List.of(new Section(
                Place.FOLLOWED, "我关注的", following.count(actor), items.isEmpty() ? List.of(HINT) : items, "/following"));
    }

    private Item item(Followed it) {
        return new Item(
                it.name(),
                it.change()
                        .map(change -> Moments.minute(change.at(), clock.getZone()) + " · " + change.text())
                        .orElse("关注以来没有变化"),
                it.target().path(),
                it.change().isPresent()
                        ? "有变化"
                        : Labels.of("followed", it.target().kind().code()));
    }
}
