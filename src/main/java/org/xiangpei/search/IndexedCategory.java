package org.xiangpei.search;

import java.util.List;

/**
 * A category as the index holds it; an empty description is not stated.
 *
 * @param properties in their order; none where the category only stands in a product
 */
public record IndexedCategory(
        String code,
        String name,
        String chain,
        List<String> synonyms,
        String description,
        List<IndexedProperty> properties)
        implements IndexedEntry {

    @Override
    public Suggestion.Kind kind() {
        return Suggestion.Kind.CATEGORY;
    }

    IndexedCategory with(List<IndexedProperty> all) {
        return new IndexedCategory(code, name, chain, synonyms, description, all);
    }
}
