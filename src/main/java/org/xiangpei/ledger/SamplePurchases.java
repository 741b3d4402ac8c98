package org.xiangpei.ledger;

import java.nio.file.Files;
import java.nio.file.Path;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import org.xiangpei.shared.LoadedData;
import org.xiangpei.shared.StartupOrder;
import org.xiangpei.shared.tabular.RowErrors;
import org.xiangpei.shared.tabular.TabularFiles;

/** Loads the illustrative purchases into a new database, once, unless {@code xiangpei.load-sample} is off. */
@ApplicationScoped
class SamplePurchases {

    private final Path file;
    private final boolean wanted;
    private final TabularFiles files;
    private final PurchaseImport purchases;
    private final LoadedData loaded;

    SamplePurchases(
            @ConfigProperty(name = "xiangpei.catalog-data", defaultValue = "catalog-data") Path folder,
            @ConfigProperty(name = "xiangpei.load-sample", defaultValue = "true") boolean wanted,
            TabularFiles files,
            PurchaseImport purchases,
            LoadedData loaded) {
        this.file = folder.resolve("demo/purchases.csv");
        this.wanted = wanted;
        this.files = files;
        this.purchases = purchases;
        this.loaded = loaded;
    }

    void atStart(@Observes @Priority(StartupOrder.LEDGER) StartupEvent start) {
        if (wanted && Files.isRegularFile(file)) {
            loaded.once("demo purchases", file, this::load);
        }
    }

    private void load() {
        RowErrors errors = files.newErrors();
        purchases.applySample(files.read("purchases.csv", file, errors).getFirst(), errors);
    }
}
