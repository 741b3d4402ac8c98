package org.xiangpei.catalog.imports;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.catalog.load.TableCount;
import org.xiangpei.shared.AuditTrail;
import org.xiangpei.shared.AuditTrail.Change;

/** Writes down what became of an import (design rule 9). */
@ApplicationScoped
class ImportTrail {

    private final AuditTrail trail;

    ImportTrail(AuditTrail trail) {
        this.trail = trail;
    }

    void applied(Upload upload) {
        trail.record(Change.of("import_catalogue", upload.subject(), Map.of(), counts(upload)));
    }

    void undone(Upload upload) {
        trail.record(Change.of("undo_catalogue_import", upload.subject(), counts(upload), Map.of()));
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
