package org.xiangpei.shared;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.logging.Log;
import org.hibernate.Session;

/** Remembers what was loaded from files at start, so that a restart does not load it again over later changes. */
@ApplicationScoped
public class LoadedData {

    private static final int SHOWN_ERRORS = 20;

    private final Session session;
    private final Clock clock;

    LoadedData(Session session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /**
     * Runs the load unless one of this name was committed before; the load and its mark are one transaction.
     *
     * @throws IllegalStateException with the first errors, when the files are not right
     */
    @Transactional
    public void once(String name, Runnable load) {
        if (loaded(name)) {
            return;
        }
        long began = System.nanoTime();
        run(name, load);
        mark(name);
        Log.infof("Loaded %s in %d ms", name, (System.nanoTime() - began) / 1_000_000);
    }

    private static void run(String name, Runnable load) {
        try {
            load.run();
        } catch (RuleViolation e) {
            String errors = e.errors().stream()
                    .limit(SHOWN_ERRORS)
                    .map(it -> "%n  %s".formatted(it))
                    .collect(Collectors.joining());
            throw new IllegalStateException("Cannot load " + name + ": " + e.detail() + errors, e);
        }
    }

    private boolean loaded(String name) {
        return !session.createNativeQuery("select 1 from loaded_data where name = :name", Integer.class)
                .setParameter("name", name)
                .getResultList()
                .isEmpty();
    }

    private void mark(String name) {
        session.createNativeMutationQuery("insert into loaded_data (name, loaded_at) values (:name, :at)")
                .setParameter("name", name)
                .setParameter("at", Timestamp.from(clock.instant()))
                .executeUpdate();
    }
}
