package org.xiangpei.catalog.load;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.persistence.EntityManager;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.tabular.Row;

/**
 * What is known of one table during one import: the rows that are stored, those that were sent, and those that are taken away again.
 * A row with a mistake is left out, but its key stays known, so that one mistake is not reported again by every row that refers to it.
 */
abstract class KnownRows<K, D extends Record, E> {

    /** A stored row that goes, and the row of the import that had brought it. */
    record Removed<E>(E entity, Row row) {}

    private final Stored<K, D, E> stored;
    private final Map<K, E> before = new HashMap<>();
    private final Map<K, Staged<K, D>> staged = new LinkedHashMap<>();
    private final Map<K, Removed<E>> removed = new LinkedHashMap<>();
    private final Set<K> broken = new HashSet<>();

    KnownRows(Stored<K, D, E> stored) {
        this.stored = stored;
    }

    /** The column that a duplicate is reported under. */
    abstract String keyColumn();

    final void recall(EntityManager entities) {
        entities.createQuery("from " + stored.type().getSimpleName(), stored.type())
                .getResultStream()
                .forEach(entity -> before.put(stored.key().apply(entity), entity));
    }

    /** The row that was sent before with this key, null when this is the first. */
    final @Nullable Staged<K, D> stage(Row row, K key, D details) {
        return staged.putIfAbsent(key, new Staged<>(row, key, details));
    }

    final void amendStaged(K key, D details) {
        staged.computeIfPresent(key, (same, row) -> new Staged<>(row.row(), key, details));
    }

    final void leaveOut(K key) {
        broken.add(key);
    }

    /** Takes a stored row away: from now on it is unknown. */
    final void remove(K key, Row row) {
        E entity = before.remove(key);
        if (entity != null) {
            removed.put(key, new Removed<>(entity, row));
        }
    }

    /** Whether the key is stored, sent, or sent with a mistake. */
    final boolean knows(K key) {
        return staged.containsKey(key) || before.containsKey(key) || broken.contains(key);
    }

    /** Whether the key was stored and is taken away. */
    final boolean removes(K key) {
        return removed.containsKey(key);
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

    /** The details as they are and as they would be, also of a row that goes. */
    final Stream<D> versions(K key) {
        return Stream.of(
                        stored(key),
                        Optional.ofNullable(staged.get(key)).map(Staged::details),
                        Optional.ofNullable(removed.get(key))
                                .map(gone -> stored.details().apply(gone.entity())))
                .flatMap(Optional::stream);
    }

    final Collection<Staged<K, D>> rows() {
        return staged.values();
    }

    final Map<K, Removed<E>> removed() {
        return removed;
    }

    /** The row of the upload for a key, null when it has none. */
    final @Nullable Row row(K key) {
        if (staged.containsKey(key)) {
            return staged.get(key).row();
        }
        Removed<E> gone = removed.get(key);
        return gone == null ? null : gone.row();
    }

    /** The stored keys that the upload says nothing about. */
    final Stream<K> untouched() {
        return before.keySet().stream().filter(key -> !staged.containsKey(key) && !broken.contains(key));
    }

    /** Every key that is {@linkplain #knows known}; some may come twice. */
    final Stream<K> keys() {
        return Stream.of(before.keySet(), staged.keySet(), broken).flatMap(Set::stream);
    }

    /** The rows without a mistake that are new or say something else than what is stored. */
    final List<Staged<K, D>> changed() {
        return right().filter(row -> !before.containsKey(row.key()) || differs(row))
                .toList();
    }

    final Stream<Staged<K, D>> right() {
        return staged.values().stream().filter(row -> !row.row().failed());
    }

    private boolean differs(Staged<K, D> row) {
        return stored(row.key())
                .filter(details -> !SameDetails.of(details, row.details()))
                .isPresent();
    }

    final void store(EntityManager entities) {
        for (Staged<K, D> row : changed()) {
            E entity = before.get(row.key());
            if (entity == null) {
                entities.persist(stored.create().apply(row.key(), row.details()));
            } else {
                stored.amend().accept(entity, row.details());
            }
        }
    }

    /** Removes what is taken away, unless something still refers to it, which is reported at its row. */
    final void remove(EntityManager entities, References references) {
        Map<String, Row> codes = new HashMap<>();
        removed.forEach((key, gone) -> codes.put(key.toString(), gone.row()));
        references.to(stored.type(), codes.keySet()).forEach(found -> {
            Row row = codes.get(found.code());
            if (row != null) {
                row.error(keyColumn(), found.referrer() + " 引用了这一行，不能移除");
            }
        });
        removed.values().stream().filter(gone -> !gone.row().failed()).forEach(gone -> entities.remove(gone.entity()));
        entities.flush();
    }
}
