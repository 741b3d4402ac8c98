package org.xiangpei.requirement;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

/** The words a requirement may use: categories, properties and the options of enum properties. */
public final class Vocabulary {

    private final Map<String, String> categories;
    private final Map<String, Map<String, PropertyTerm>> byPropertyAndCategory;
    private final Map<String, List<PropertyTerm>> byCategory;
    private final Map<String, Map<String, Option>> options;

    /** @param rank empty for options that have no order */
    public record Option(String value, Optional<Integer> rank) {}

    /**
     * @param categories name by code
     * @param terms every definition of every property that is needed
     * @param options allowed values by property code, lowest rank first
     */
    public Vocabulary(
            Map<String, String> categories, Collection<PropertyTerm> terms, Map<String, List<Option>> options) {
        this.categories = categories;
        byPropertyAndCategory = terms.stream()
                .collect(groupingBy(
                        PropertyTerm::code,
                        LinkedHashMap::new,
                        toMap(PropertyTerm::category, term -> term, (one, other) -> one, LinkedHashMap::new)));
        byCategory = terms.stream().collect(groupingBy(PropertyTerm::category));
        this.options = options.entrySet().stream().collect(toMap(Map.Entry::getKey, entry -> byText(entry.getValue())));
    }

    /** The codes of all categories. */
    public Set<String> categories() {
        return categories.keySet();
    }

    public Optional<String> categoryName(String code) {
        return Optional.ofNullable(categories.get(code));
    }

    /** The property as the category defines it. */
    public Optional<PropertyTerm> term(String category, String property) {
        return Optional.ofNullable(definitions(property).get(category));
    }

    /** The property as each category that has it defines it. */
    public List<PropertyTerm> named(String property) {
        return List.copyOf(definitions(property).values());
    }

    /** The properties of a category, in the order in which they were given. */
    public List<PropertyTerm> ofCategory(String category) {
        return byCategory.getOrDefault(category, List.of());
    }

    public Collection<Option> optionsOf(String property) {
        return options.getOrDefault(property, Map.of()).values();
    }

    /** The option that a text means, whatever its width, case and spaces. */
    public Optional<Option> option(String property, String text) {
        return Optional.ofNullable(options.getOrDefault(property, Map.of()).get(Normal.text(text)));
    }

    private Map<String, PropertyTerm> definitions(String property) {
        return byPropertyAndCategory.getOrDefault(property, Map.of());
    }

    private static Map<String, Option> byText(List<Option> options) {
        return options.stream()
                .collect(toMap(
                        option -> Normal.text(option.value()),
                        option -> option,
                        (one, other) -> one,
                        LinkedHashMap::new));
    }
}
