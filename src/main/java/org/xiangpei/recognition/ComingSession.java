package org.xiangpei.recognition;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.DeskSource;
import org.xiangpei.shared.City;

import static java.util.stream.Collectors.joining;

/** On the desk of a bureau: the session that is convened, or that it is its turn to convene one. */
@ApplicationScoped
class ComingSession implements DeskSource {

    private final JointSessions sessions;
    private final RevocationRecords revocations;
    private final Clock clock;

    ComingSession(JointSessions sessions, RevocationRecords revocations, Clock clock) {
        this.sessions = sessions;
        this.revocations = revocations;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<Section> sections(Actor actor) {
        if (!actor.may(Action.HOLD_SESSION)) {
            return List.of();
        }
        String waiting = waiting();
        List<Item> items = sessions.open()
                .map(it -> new Item(
                        "第 " + it.number() + " 批联席会议，" + it.heldOn(),
                        it.host().label() + "市主办，" + it.place() + " · 议程 " + (waiting.isEmpty() ? "0 份申报" : waiting),
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

    /** Filings, and revocations of which the firm was heard; empty when nothing waits. */
    private String waiting() {
        long filings = sessions.countWaiting();
        long heard = revocations.listOpen().stream()
                .filter(it -> it.isHeard(Moment.of(clock).day()))
                .count();
        return Stream.of(filings > 0 ? filings + " 份申报" : "", heard > 0 ? heard + " 件撤销" : "")
                .filter(it -> !it.isEmpty())
                .collect(joining("、"));
    }

    private Optional<Item> turn(Actor actor, String waiting) {
        City host = sessions.nextHost();
        return actor.city()
                .filter(it -> it == host && !waiting.isEmpty())
                .map(it -> new Item("轮到本市召集联席会议", "有 " + waiting + "等会议决定", "/sessions", null));
    }
}
