package org.xiangpei.matching.answer;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

import org.xiangpei.matching.answer.KeptAnswers.Position;
import org.xiangpei.requirement.RequirementChanged;
import org.xiangpei.search.ChangeLog;

/**
 * Finds the lines whose answer may have changed: because the catalogue has (it reads the change log as the index does, ADR 0011), because
 * it is another day, or because the buyer asks something else.
 */
@ApplicationScoped
class AnswerFollowing {

    private final Session session;
    private final KeptAnswers answers;
    private final Event<CatalogueMoved> moved;
    private final Clock clock;

    AnswerFollowing(Session session, KeptAnswers answers, Event<CatalogueMoved> moved, Clock clock) {
        this.session = session;
        this.answers = answers;
        this.moved = moved;
        this.clock = clock;
    }

    /** In the transaction of the change: none is ever missed. */
    void changed(@Observes RequirementChanged change) {
        answers.look(change.code());
    }

    /** Marks the lines that the catalogue or the day concern, unless another instance is doing so. */
    @Transactional
    public void catalogue() {
        answers.lockPosition().ifPresent(this::follow);
    }

    private record Read(long horizon, boolean everything, Map<ChangeLog.Kind, Set<String>> codes) {
        Set<String> of(ChangeLog.Kind kind) {
            return codes.getOrDefault(kind, Set.of());
        }
    }

    private void follow(Position position) {
        LocalDate today = LocalDate.now(clock);
        Read read = session.doReturningWork(connection -> read(connection, position.horizon()));
        boolean everything = read.everything() || position.day().isBefore(today);
        if (everything) {
            answers.allDue();
        } else if (!read.codes().isEmpty()) {
            answers.due(
                    read.of(ChangeLog.Kind.PRODUCT), read.of(ChangeLog.Kind.FIRM), read.of(ChangeLog.Kind.CATEGORY));
        }
        if (everything || !read.codes().isEmpty()) {
            moved.fire(new CatalogueMoved(
                    everything,
                    read.of(ChangeLog.Kind.PRODUCT),
                    read.of(ChangeLog.Kind.FIRM),
                    read.of(ChangeLog.Kind.CATEGORY)));
        }
        answers.move(new Position(read.horizon(), today));
    }

    /** The head first: what commits between the two is read now and once more. */
    private static Read read(Connection connection, long position) throws SQLException {
        var log = new ChangeLog(connection);
        ChangeLog.Head head = log.head();
        List<ChangeLog.Change> changes = log.since(position);
        Map<ChangeLog.Kind, Set<String>> codes = new EnumMap<>(ChangeLog.Kind.class);
        changes.forEach(
                it -> codes.computeIfAbsent(it.kind(), kind -> new HashSet<>()).add(it.code()));
        boolean missed = head.prunedTo() > position;
        return new Read(head.horizon(), missed || codes.containsKey(ChangeLog.Kind.ALL), codes);
    }
}
