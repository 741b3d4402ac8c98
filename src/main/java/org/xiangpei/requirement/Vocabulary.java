package org.xiangpei.requirement;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words a requirement may use: categories, properties and the options of enum properties.
 *
 * @param categories name by code
 * @param terms every definition of every property that is needed
 * @param options allowed values by property code, lowest rank first
 */
public record Vocabulary(Map<String, String> categories, List<PropertyTerm> terms, Map<String, List<Option>> options) {

    /** @param rank empty for options that have no order */
    public record Option(String value, Optional<Integer> rank) {}

    /** The property as the category defines it. */
    public Optional<PropertyTerm> term(String category, String property) {
        return named(property).stream()
                .filter(term -> term.category().equals(category))
                .findFirst();
    }

    /** The property as the categories that have it define it. */
    public List<PropertyTerm> named(String property) {
        return terms.stream().filter(term -> term.code().equals(property)).toList();
    }

    public List<PropertyTerm> ofCategory(String category) {
        return terms.stream().filter(term -> term.category().equals(category)).toList();
    }

    public List<Option> optionsOf(String property) {
        return options.getOrDefault(property, List.of());
    }

    /** The option that a text means, whatever its width, case and spaces. */
    public Optional<Option> option(String property, String text) {
        String wanted = Normal.text(text);
        return optionsOf(property).stream()
                .filter(option -> Normal.text(option.value()).equals(wanted))
                .findFirst();
    }
}
