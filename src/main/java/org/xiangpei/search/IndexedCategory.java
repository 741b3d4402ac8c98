package org.xiangpei.search;

import java.util.List;

/** A category as the index holds it. */
public record IndexedCategory(String code, String name, String chain, List<String> synonyms) implements IndexedEntry {

    @Override
    public Suggestion.Kind kind() {
        return Suggestion.Kind.CATEGORY;
    }
}
