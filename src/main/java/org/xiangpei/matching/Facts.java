package org.xiangpei.matching;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.xiangpei.requirement.Vocabulary;

/** The facts of the catalogue as one request sees them. They are read when they are asked for. */
final class Facts {

    private final FactsLoader loader;
    private final Vocabulary vocabulary;
    private final @Nullable Long state;

    Facts(FactsLoader loader, Vocabulary vocabulary, @Nullable Long state) {
        this.loader = loader;
        this.vocabulary = vocabulary;
        this.state = state;
    }

    /** By code; products that do not exist are left out. */
    Map<String, ProductFacts> of(Collection<String> codes) {
        return codes.isEmpty() ? Map.of() : loader.load(codes, vocabulary, state);
    }

    /**
     * Reads into memory what a question about a category will need, where that has room for it.
     *
     * @return how many products were not known
     */
    int readAhead(String category) {
        return state == null ? 0 : loader.readAhead(category, vocabulary, state);
    }

    /** All products of each category, listed or not, by their codes. */
    Map<String, List<ProductFacts>> ofCategories(Set<String> categories) {
        if (categories.isEmpty()) {
            return Map.of();
        }
        Map<String, List<String>> members = loader.members(categories, vocabulary, state);
        var codes = new HashSet<String>();
        members.values().forEach(codes::addAll);
        Map<String, ProductFacts> known = of(codes);
        var facts = new HashMap<String, List<ProductFacts>>();
        members.forEach((category, of) -> facts.put(
                category, of.stream().map(known::get).filter(Objects::nonNull).toList()));
        return facts;
    }
}
