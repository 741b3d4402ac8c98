package org.xiangpei.catalog.imports;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import org.xiangpei.catalog.load.TableCount;
import org.xiangpei.shared.AuditTrail;
import org.xiangpei.shared.AuditTrail.Change;

/** Writes down what became of an import (design rule 9). */
@ApplicationScoped
class ImportTrail {

    private final Instance<AuditTrail> trail;

    ImportTrail(Instance<AuditTrail> trail) {
        this.trail = trail;
    }

    void applied(Upload upload) {
        record(Change.of("import-catalogue", upload.subject(), Map.of(), counts(upload)));
    }

    void undone(Upload upload) {
        record(Change.of("undo-import", upload.subject(), counts(upload), Map.of()));
    }

    private void record(Change change) {
        trail.stream().forEach(it -> it.record(change));
    }

    /** How many rows of each table, such as {@code firms.added}. */
    private static Map<String, Integer> counts(Upload upload) {
        var counts = new LinkedHashMap<String, Integer>();
        for (TableCount table : upload.tables()) {
            counts.put(table.table() + ".added", table.added());
            counts.put(table.table() + ".changed", table.changed());
        }
        counts.values().removeIf(count -> count == 0);
        return counts;
    }
}
