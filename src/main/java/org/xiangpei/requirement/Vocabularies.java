package org.xiangpei.requirement;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.catalog.Categories;
import org.xiangpei.catalog.EnumValues;
import org.xiangpei.catalog.Properties;
import org.xiangpei.requirement.Vocabulary.Option;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

/** Loads the part of the catalogue's vocabulary that some lines use, in three queries. */
@ApplicationScoped
public class Vocabularies {

    private final Categories categories;
    private final Properties properties;
    private final EnumValues enumValues;

    Vocabularies(Categories categories, Properties properties, EnumValues enumValues) {
        this.categories = categories;
        this.properties = properties;
        this.enumValues = enumValues;
    }

    @Transactional
    public Vocabulary of(Collection<StatedLine> lines) {
        Set<String> namedCategories = lines.stream()
                .map(StatedLine::category)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Set<String> namedProperties = lines.stream()
                .flatMap(line -> line.criteria().stream())
                .map(StatedCriterion::property)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return new Vocabulary(
                names(namedCategories), terms(namedCategories, namedProperties), options(namedProperties));
    }

    private Map<String, String> names(Set<String> codes) {
        return categories.stream("code in ?1", codes)
                .collect(Collectors.toMap(category -> category.code(), category -> category.details()
                        .name()));
    }

    private List<PropertyTerm> terms(Set<String> ofCategories, Set<String> codes) {
        return properties.stream(
                        "key.categoryCode in ?1 or key.propertyCode in ?2"
                                + " order by key.categoryCode, details.position",
                        ofCategories,
                        codes)
                .map(property -> PropertyTerm.of(property.key(), property.details()))
                .toList();
    }

    private Map<String, List<Option>> options(Set<String> codes) {
        return enumValues.stream("key.propertyCode in ?1 order by key.propertyCode, details.rank, key.value", codes)
                .collect(groupingBy(
                        value -> value.key().propertyCode(),
                        LinkedHashMap::new,
                        mapping(
                                value -> new Option(
                                        value.key().value(),
                                        Optional.ofNullable(value.details().rank())),
                                toList())));
    }
}
