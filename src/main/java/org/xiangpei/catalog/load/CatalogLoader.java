package org.xiangpei.catalog.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.stream.Collectors;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.StartupOrder;
import org.xiangpei.shared.tabular.RowError;
import org.xiangpei.shared.tabular.RowErrors;
import org.xiangpei.shared.tabular.TabularFiles;

/** Loads the catalogue folder into a new database, once: later changes made in the service are never overwritten by a restart. */
@ApplicationScoped
public class CatalogLoader {

    private static final String NAME = "catalog";
    private static final int SHOWN_ERRORS = 20;

    private final Path folder;
    private final boolean wanted;
    private final TabularFiles files;
    private final CatalogImport catalog;
    private final EntityManager entities;
    private final Clock clock;

    CatalogLoader(
            @ConfigProperty(name = "xiangpei.catalog-data", defaultValue = "catalog-data") Path folder,
            @ConfigProperty(name = "xiangpei.load-sample", defaultValue = "true") boolean wanted,
            TabularFiles files,
            CatalogImport catalog,
            EntityManager entities,
            Clock clock) {
        this.folder = folder;
        this.wanted = wanted;
        this.files = files;
        this.catalog = catalog;
        this.entities = entities;
        this.clock = clock;
    }

    @Transactional
    void atStart(@Observes @Priority(StartupOrder.CATALOGUE) StartupEvent start) {
        if (wanted && Files.isDirectory(folder) && !loaded()) {
            load();
        }
    }

    /** @throws IllegalStateException with the first errors, when the folder is not right: they are logged and the process ends */
    private void load() {
        long began = clock.millis();
        RowErrors errors = files.newErrors();
        try {
            ImportResult result = catalog.apply(files.readFolder(folder, errors), errors);
            remember();
            Log.infof(
                    "Catalogue loaded from %s in %d ms: %d rows added, %d changed",
                    folder, clock.millis() - began, result.added(), result.changed());
        } catch (RuleViolation e) {
            throw new IllegalStateException(
                    "Xiangpei 不能启动 / cannot start: " + folder.toAbsolutePath() + ": " + e.detail() + listed(errors), e);
        }
    }

    private static String listed(RowErrors errors) {
        return errors.list().stream()
                .limit(SHOWN_ERRORS)
                .map(CatalogLoader::line)
                .collect(Collectors.joining());
    }

    private static String line(RowError error) {
        return "%n  %s:%d %s [%s] %s"
                .formatted(
                        error.file(),
                        error.row(),
                        error.column() == null ? "" : error.column(),
                        error.value() == null ? "" : error.value(),
                        error.reason());
    }

    private boolean loaded() {
        return !entities.createNativeQuery("select 1 from loaded_data where name = :name", Integer.class)
                .setParameter("name", NAME)
                .getResultList()
                .isEmpty();
    }

    private void remember() {
        entities.createNativeQuery(
                        "insert into loaded_data (name, loaded_at) values (:name, :at) on conflict do nothing")
                .setParameter("name", NAME)
                .setParameter("at", Timestamp.from(clock.instant()))
                .executeUpdate();
    }
}
