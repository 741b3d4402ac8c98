package org.xiangpei.search;

import java.util.List;

/** A category as the index holds it; an empty description is not stated. */
public record IndexedCategory(String code, String name, String chain, List<String> synonyms, String description)
        implements IndexedEntry {

    @Override
    public Suggestion.Kind kind() {
        return Suggestion.Kind.CATEGORY;
    }
}
