package org.xiangpei.recognition;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.DeskSource;
import org.xiangpei.shared.City;

/** On the desk of a bureau: the session that is convened, or that it is its turn to convene one. */
@ApplicationScoped
class ComingSession implements DeskSource {

    private final JointSessions sessions;

    ComingSession(JointSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    @Transactional
    public List<Section> sections(Actor actor) {
        if (!actor.may(Action.HOLD_SESSION)) {
            return List.of();
        }
        long waiting = sessions.countWaiting();
        List<Item> items = sessions.open()
                .map(it -> new Item(
                        "第 " + it.number() + " 批联席会议，" + it.heldOn(),
                        it.host().label() + "市主办，" + it.place() + " · 议程 " + waiting + " 份申报",
                        "/sessions/" + it.number(),
                        null))
                .or(() -> turn(actor, waiting))
                .map(Stream::of)
                .orElse(Stream.of())
                .toList();
        return items.isEmpty()
                ? List.of()
                : List.of(new Section(Place.WAITING, "联席会议", items.size(), items, "/sessions"));
    }

    private Optional<Item> turn(Actor actor, long waiting) {
        City host = sessions.nextHost();
        return actor.city()
                .filter(it -> it == host && waiting > 0)
                .map(it -> new Item("轮到本市召集联席会议", "有 " + waiting + " 份申报等会议决定", "/sessions", null));
    }
}
