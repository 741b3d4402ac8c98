package org.xiangpei.following;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

import org.xiangpei.following.KnownTargets.Known;
import org.xiangpei.identity.Audience;
import org.xiangpei.identity.Notice;
import org.xiangpei.identity.NoticeKind;
import org.xiangpei.identity.Notices;
import org.xiangpei.search.ChangeLog;
import org.xiangpei.search.ChangeLog.Change;
import org.xiangpei.shared.Labels;

/**
 * Reads the change log of the catalogue as the search index does (ADR 0011), and tells followers what has changed. The log can repeat a
 * change and says nothing of what it was; so what a target is now is compared with what its followers were told last, in one transaction
 * with telling them: every change is told once, also by two instances, and one that was undone in between is none.
 */
@ApplicationScoped
class CatalogueChanges {

    private static final String BACK = "重新列入目录。";

    private final Session session;
    private final KnownTargets known;
    private final TargetFacts facts;
    private final Notices notices;

    CatalogueChanges(Session session, KnownTargets known, TargetFacts facts, Notices notices) {
        this.session = session;
        this.known = known;
        this.facts = facts;
        this.notices = notices;
    }

    /** What was read of the log. */
    private record Read(long horizon, boolean everything, Map<ChangeLog.Kind, Set<String>> codes) {

        Set<String> of(ChangeLog.Kind kind) {
            return codes.getOrDefault(kind, Set.of());
        }
    }

    /** Tells of all that was committed before, unless another instance is doing so. */
    @Transactional
    public void tell() {
        Optional<Long> position = lockPosition();
        if (position.isEmpty()) {
            return;
        }
        Read read = session.doReturningWork(connection -> read(connection, position.get()));
        concerned(read).forEach(this::compare);
        session.createNativeMutationQuery("update followed_position set horizon = cast(:horizon as xid8)")
                .setParameter("horizon", Long.toString(read.horizon()))
                .executeUpdate();
    }

    private Optional<Long> lockPosition() {
        return session.createNativeQuery(
                        "select cast(horizon as text) from followed_position for update skip locked", String.class)
                .getResultStream()
                .findFirst()
                .map(Long::parseLong);
    }

    /** The head first: what commits between the two is read now and once more. */
    private static Read read(Connection connection, long position) throws SQLException {
        var log = new ChangeLog(connection);
        ChangeLog.Head head = log.head();
        List<Change> changes = log.since(position);
        Map<ChangeLog.Kind, Set<String>> codes = new EnumMap<>(ChangeLog.Kind.class);
        changes.forEach(
                it -> codes.computeIfAbsent(it.kind(), kind -> new HashSet<>()).add(it.code()));
        boolean missed = head.prunedTo() > position;
        return new Read(head.horizon(), missed || codes.containsKey(ChangeLog.Kind.ALL), codes);
    }

    private List<Known> concerned(Read read) {
        if (read.everything()) {
            return known.all();
        }
        Set<String> products = read.of(ChangeLog.Kind.PRODUCT);
        Set<String> firms = read.of(ChangeLog.Kind.FIRM);
        return products.isEmpty() && firms.isEmpty() ? List.of() : known.concerned(products, firms);
    }

    private void compare(Known before) {
        Facts now = facts.find(before.target())
                .orElseGet(() -> new Facts(before.facts().name(), Map.of()));
        String change = change(before.facts(), now);
        if (change.isEmpty()) {
            return;
        }
        known.update(before.target(), now, change);
        String kind = Labels.of("followed", before.target().kind().code());
        notices.tell(
                Audience.people(known.followers(before.target())),
                new Notice(
                        NoticeKind.FOLLOWED_CHANGED,
                        before.target().kind().code(),
                        before.target().code(),
                        "您关注的" + kind + "“" + now.name() + "”有变化",
                        change,
                        now.all().isEmpty() ? "/following" : before.target().path()));
    }

    private static String change(Facts before, Facts now) {
        if (before.all().isEmpty()) {
            return now.all().isEmpty() ? "" : BACK;
        }
        return now.all().isEmpty() ? Facts.GONE : before.changesTo(now);
    }
}
