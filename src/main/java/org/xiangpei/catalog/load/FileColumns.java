package org.xiangpei.catalog.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.Coded;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.tabular.Columns;
import org.xiangpei.shared.tabular.Columns.Column;

import static java.util.stream.Collectors.joining;

/**
 * The columns of one table, in their order: what a file must have, and what of a row stands under each. Reading, the template, the
 * export, the comparison and what is kept for an undo all come from this one list.
 */
final class FileColumns<K, D> {

    /**
     * @param key whether it is part of what a row is known by
     * @param optional whether a file may go without it, as the template does
     * @param choices the values that it may have, with what they mean; empty where there is no such list
     */
    record FileColumn<K, D>(
            String name,
            boolean key,
            boolean optional,
            Map<String, String> choices,
            BiFunction<K, D, @Nullable Object> value) {}

    private final List<FileColumn<K, D>> columns = new ArrayList<>();

    FileColumns<K, D> key(String name, Function<K, @Nullable Object> value) {
        return add(name, true, false, Map.of(), (key, details) -> value.apply(key));
    }

    FileColumns<K, D> detail(String name, Function<D, @Nullable Object> value) {
        return choice(name, List.of(), value);
    }

    FileColumns<K, D> optional(String name, Function<D, @Nullable Object> value) {
        return add(name, false, true, Map.of(), (key, details) -> value.apply(details));
    }

    /** What stands in the file beside the row, but belongs to another table. */
    FileColumns<K, D> lookedUp(String name, Function<K, @Nullable Object> value) {
        return add(name, false, false, Map.of(), (key, details) -> value.apply(key));
    }

    FileColumns<K, D> choice(String name, List<String> choices, Function<D, @Nullable Object> value) {
        var meanings = new LinkedHashMap<String, String>();
        choices.forEach(choice -> meanings.put(choice, ""));
        return add(name, false, false, meanings, (key, details) -> value.apply(details));
    }

    <E extends Enum<E> & Coded> FileColumns<K, D> choice(
            String name, Class<E> type, Function<D, @Nullable Object> value) {
        var meanings = new LinkedHashMap<String, String>();
        Arrays.stream(type.getEnumConstants()).forEach(choice -> meanings.put(choice.code(), Labels.of(choice)));
        return add(name, false, false, meanings, (key, details) -> value.apply(details));
    }

    private FileColumns<K, D> add(
            String name,
            boolean key,
            boolean optional,
            Map<String, String> choices,
            BiFunction<K, D, @Nullable Object> value) {
        columns.add(new FileColumn<>(name, key, optional, choices, value));
        return this;
    }

    List<FileColumn<K, D>> list() {
        return List.copyOf(columns);
    }

    /** What the header of a file is held to. */
    Columns header() {
        return Columns.of(columns.stream()
                .map(column -> column.optional() ? Column.optional(column.name()) : Column.required(column.name()))
                .toArray(Column[]::new));
    }

    /** The cells of a row as they stand in a file, without the empty ones. */
    Map<String, String> cells(K key, D details) {
        var cells = new LinkedHashMap<String, String>();
        for (FileColumn<K, D> column : columns) {
            String text = CellWords.of(column.value().apply(key, details));
            if (!text.isEmpty()) {
                cells.put(column.name(), text);
            }
        }
        return cells;
    }

    /** What people call a row by: {@code P001 / pit_depth}. */
    String name(Map<String, String> cells) {
        return columns.stream()
                .filter(FileColumn::key)
                .map(column -> cells.getOrDefault(column.name(), ""))
                .collect(joining(" / "));
    }
}
