package org.xiangpei.requirement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Categories;
import org.xiangpei.catalog.EnumValues;
import org.xiangpei.catalog.Properties;
import org.xiangpei.requirement.Vocabulary.Option;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

/** The vocabulary of the catalogue as it is now. It is read when it has changed: a bill asks for it with every piece. */
@ApplicationScoped
public class Vocabularies {

    private final Categories categories;
    private final Properties properties;
    private final EnumValues enumValues;
    private final VocabularyEdition edition;
    private volatile @Nullable Known known;

    private record Known(String edition, Vocabulary vocabulary) {}

    Vocabularies(Categories categories, Properties properties, EnumValues enumValues, VocabularyEdition edition) {
        this.categories = categories;
        this.properties = properties;
        this.enumValues = enumValues;
        this.edition = edition;
    }

    /** The same object until a category, a property or an option changes. */
    @Transactional
    public Vocabulary load() {
        String now = edition.now();
        Known before = known;
        if (before != null && before.edition().equals(now)) {
            return before.vocabulary();
        }
        var vocabulary = new Vocabulary(names(), terms(), options());
        known = new Known(now, vocabulary);
        return vocabulary;
    }

    private Map<String, String> names() {
        return categories
                .streamAll()
                .collect(Collectors.toMap(category -> category.code(), category -> category.details()
                        .name()));
    }

    private List<PropertyTerm> terms() {
        return properties.stream("order by key.categoryCode, details.position")
                .map(property -> PropertyTerm.of(property.key(), property.details()))
                .toList();
    }

    private Map<String, List<Option>> options() {
        return enumValues.stream("order by key.propertyCode, details.rank, key.value")
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
