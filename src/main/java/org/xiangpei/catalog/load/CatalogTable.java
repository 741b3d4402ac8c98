package org.xiangpei.catalog.load;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.persistence.EntityManager;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.tabular.Columns;
import org.xiangpei.shared.tabular.Row;
import org.xiangpei.shared.tabular.RowErrors;
import org.xiangpei.shared.tabular.Sheet;

/**
 * One table of the catalogue during one import: what is stored, and what the upload says.
 *
 * <p>Rows are first all read, then checked against the whole catalogue as it would be, then counted or stored. A row with a
 * mistake is left out, but its key stays known, so that one mistake is not reported again by every row that refers to it.
 */
abstract class CatalogTable<K, D extends Record, E> {

    private final String name;
    private final Columns columns;
    private final Stored<K, D, E> stored;

    private final Map<K, E> before = new HashMap<>();
    private final Map<K, Staged<K, D>> staged = new LinkedHashMap<>();
    private final Set<K> broken = new HashSet<>();
    private boolean sent;

    CatalogTable(String name, Columns columns, Stored<K, D, E> stored) {
        this.name = name;
        this.columns = columns;
        this.stored = stored;
    }

    /** The column that a duplicate is reported under. */
    abstract String keyColumn();

    abstract K key(Row row);

    abstract D details(Row row);

    /** Looks at the rows of all tables together, after they are read and before the first is checked. */
    void prepare() {}

    /** The rules that look at other rows and tables; none for a row that refers to nothing. */
    void check(Staged<K, D> row) {}

    final String name() {
        return name;
    }

    final void recall(EntityManager entities) {
        entities.createQuery("from " + stored.type().getSimpleName(), stored.type())
                .getResultStream()
                .forEach(entity -> before.put(stored.key().apply(entity), entity));
    }

    final void read(Sheet sheet, RowErrors errors) {
        sent = true;
        columns.rows(sheet, errors).forEach(this::read);
    }

    final void read(Row row) {
        K key = key(row);
        D details = details(row);
        if (row.failed()) {
            broken.add(key);
            return;
        }
        Staged<K, D> first = staged.putIfAbsent(key, new Staged<>(row, key, details));
        if (first != null) {
            again(first, row, details);
        }
    }

    /** A second row of the same key. */
    void again(Staged<K, D> first, Row row, D details) {
        row.error(keyColumn(), "与第 " + first.row().number() + " 行重复，请只保留一行");
    }

    final void check() {
        staged.values().forEach(this::check);
    }

    /** Whether the key is stored, sent, or sent with a mistake. */
    final boolean knows(K key) {
        return staged.containsKey(key) || before.containsKey(key) || broken.contains(key);
    }

    /** The details as they would be after the import; empty for an unknown key and for a row with a mistake. */
    final Optional<D> find(K key) {
        Staged<K, D> sentRow = staged.get(key);
        if (sentRow != null) {
            return Optional.of(sentRow.details());
        }
        return broken.contains(key) ? Optional.empty() : stored(key);
    }

    /** The details as they are now. */
    final Optional<D> stored(K key) {
        return Optional.ofNullable(before.get(key)).map(stored.details());
    }

    final Collection<Staged<K, D>> rows() {
        return staged.values();
    }

    /** The row of the upload for a key, null when it has none. */
    final @Nullable Staged<K, D> row(K key) {
        return staged.get(key);
    }

    /** The stored keys that the upload says nothing about. */
    final Stream<K> untouched() {
        return before.keySet().stream().filter(key -> !staged.containsKey(key) && !broken.contains(key));
    }

    /** Every key that is {@linkplain #knows known}; some may come twice. */
    final Stream<K> keys() {
        return Stream.of(before.keySet(), staged.keySet(), broken).flatMap(Set::stream);
    }

    final void amendStaged(K key, D details) {
        staged.computeIfPresent(key, (same, row) -> new Staged<>(row.row(), key, details));
    }

    /** Whether the upload has this table, be it empty. */
    final boolean sent() {
        return sent || !staged.isEmpty();
    }

    final TableCount count() {
        int added = 0;
        int changed = 0;
        int unchanged = 0;
        for (Staged<K, D> row :
                staged.values().stream().filter(right -> !right.row().failed()).toList()) {
            E entity = before.get(row.key());
            if (entity == null) {
                added++;
            } else if (differs(entity, row)) {
                changed++;
            } else {
                unchanged++;
            }
        }
        return new TableCount(name, added, changed, unchanged);
    }

    final void store(EntityManager entities) {
        for (Staged<K, D> row : staged.values()) {
            E entity = before.get(row.key());
            if (entity == null) {
                entities.persist(stored.create().apply(row.key(), row.details()));
            } else if (differs(entity, row)) {
                stored.amend().accept(entity, row.details());
            }
        }
    }

    private boolean differs(E entity, Staged<K, D> row) {
        return !SameDetails.of(stored.details().apply(entity), row.details());
    }
}
