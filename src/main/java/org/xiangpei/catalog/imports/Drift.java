package org.xiangpei.catalog.imports;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.load.RowChange;

/**
 * A row of an upload that would do something else than its preview said, because the catalogue changed in between.
 *
 * @param foreseen what the preview said; null when it said that the row changes nothing
 * @param now what it would do; null when nothing any more
 */
public record Drift(@Nullable RowChange foreseen, @Nullable RowChange now) {

    public RowChange any() {
        return now == null ? Objects.requireNonNull(foreseen) : now;
    }

    static List<Drift> between(List<RowChange> foreseen, List<RowChange> now) {
        Map<String, RowChange> before = byRow(foreseen);
        Map<String, RowChange> after = byRow(now);
        Set<String> rows = new LinkedHashSet<>(before.keySet());
        rows.addAll(after.keySet());
        return rows.stream()
                .filter(row -> !Objects.equals(before.get(row), after.get(row)))
                .map(row -> new Drift(before.get(row), after.get(row)))
                .toList();
    }

    private static Map<String, RowChange> byRow(List<RowChange> changes) {
        var rows = new LinkedHashMap<String, RowChange>();
        changes.forEach(change -> rows.put(change.table() + "\n" + change.name(), change));
        return rows;
    }
}
