package org.xiangpei.search;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Better;
import org.xiangpei.catalog.PropertyKind;

/**
 * A property of a category, as far as a question can ask for it.
 *
 * @param unit the canonical unit of a quantity, null for other kinds
 * @param options of an enum, lowest rank first
 */
public record IndexedProperty(
        String category,
        String code,
        String name,
        List<String> aliases,
        PropertyKind kind,
        @Nullable String unit,
        Better better,
        List<Option> options) {

    /** @param rank null where the options have no order */
    public record Option(String value, @Nullable Integer rank) {}
}
