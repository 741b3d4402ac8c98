package org.xiangpei.shared;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.logging.Log;
import org.hibernate.Session;

import org.xiangpei.shared.AuditTrail.Change;
import org.xiangpei.shared.AuditTrail.Subject;

/** Remembers what was loaded from files at start, so that a restart does not load it again over later changes. */
@ApplicationScoped
public class LoadedData {

    private static final int SHOWN_ERRORS = 20;

    private final Session session;
    private final AuditTrail trail;
    private final Clock clock;

    LoadedData(Session session, AuditTrail trail, Clock clock) {
        this.session = session;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Runs the load unless one of this name was committed before; the load, its mark and its entry in the trail are one
     * transaction.
     *
     * @param name a code with its label under {@code loadedData}
     * @param source the file or folder, for the messages
     * @throws CannotStart with the first errors, when the files are not right
     */
    @Transactional
    public void once(String name, Path source, Runnable load) {
        if (loaded(name)) {
            return;
        }
        long began = System.nanoTime();
        try {
            load.run();
        } catch (RuleViolation e) {
            throw notLoaded(source, e.detail() + listed(e.errors()), e);
        } catch (UncheckedIOException e) {
            throw notLoaded(source, "不能读取（" + e.getCause() + "）", e);
        }
        mark(name);
        trail.record(loaded(name, source));
        Log.infof("Loaded %s in %d ms", name, (System.nanoTime() - began) / 1_000_000);
    }

    private static CannotStart notLoaded(Path source, String reason, RuntimeException cause) {
        return new CannotStart("""
                %s 没有载入：%s
                请改正后重新启动；或用环境变量 XIANGPEI_CATALOG_DATA 换一个目录；或设 XIANGPEI_LOAD_SAMPLE=false，不从文件载入 \
                / mend the files, choose another folder, or load none""".formatted(source.toAbsolutePath().normalize(), reason), cause);
    }

    private static String listed(List<? extends Record> errors) {
        String first =
                errors.stream().limit(SHOWN_ERRORS).map(it -> "\n  " + it).collect(Collectors.joining());
        return errors.size() > SHOWN_ERRORS ? first + "\n  …（只列出前 " + SHOWN_ERRORS + " 处）" : first;
    }

    private static Change loaded(String name, Path source) {
        var subject =
                new Subject("loaded_data", name, Labels.of("loadedData", name), Optional.empty(), Optional.empty());
        return Change.of("load_files", subject, Map.of(), Map.of("source", String.valueOf(source.getFileName())));
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
