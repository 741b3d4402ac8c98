package org.xiangpei.catalog.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import org.xiangpei.shared.LoadedData;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.StartupOrder;
import org.xiangpei.shared.tabular.RowErrors;
import org.xiangpei.shared.tabular.TabularFiles;

/** Loads the catalogue folder into a new database, once: later changes made in the service are never overwritten by a restart. */
@ApplicationScoped
class CatalogLoader {

    private final Path folder;
    private final boolean wanted;
    private final TabularFiles files;
    private final CatalogImport catalog;
    private final LoadedData loaded;

    CatalogLoader(
            @ConfigProperty(name = "xiangpei.catalog-data", defaultValue = "catalog-data") Path folder,
            @ConfigProperty(name = "xiangpei.load-sample", defaultValue = "true") boolean wanted,
            TabularFiles files,
            CatalogImport catalog,
            LoadedData loaded) {
        this.folder = folder;
        this.wanted = wanted;
        this.files = files;
        this.catalog = catalog;
        this.loaded = loaded;
    }

    void atStart(@Observes @Priority(StartupOrder.CATALOGUE) StartupEvent start) {
        if (wanted) {
            loaded.once("catalog", folder, this::load);
        }
    }

    private void load() {
        requireAllTables();
        RowErrors errors = files.newErrors();
        ImportResult result = catalog.apply(files.readFolder(folder, errors), errors);
        Log.infof("Catalogue of %s: %d rows added, %d changed", folder, result.added(), result.changed());
    }

    /** Said before a row is read: every row that refers to a table which is not there would be reported otherwise. */
    private void requireAllTables() {
        if (!Files.isDirectory(folder)) {
            throw new RuleViolation("file-empty", "没有这个目录。");
        }
        String missing = Stream.of(
                        "regions",
                        "parks",
                        "categories",
                        "properties",
                        "enums",
                        "firms",
                        "products",
                        "specifications",
                        "certificates",
                        "equivalents")
                .map(table -> table + ".csv")
                .filter(file -> !Files.exists(folder.resolve(file)))
                .collect(Collectors.joining("、"));
        if (!missing.isEmpty()) {
            throw new RuleViolation("file-empty", "缺少 " + missing + "。没有内容的表也要有只含表头的文件。");
        }
    }
}
