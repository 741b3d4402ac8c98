package org.xiangpei.recognition;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Category;
import org.xiangpei.catalog.EnumValue;
import org.xiangpei.catalog.Properties;
import org.xiangpei.catalog.Property;
import org.xiangpei.recognition.CategoryForm.Field;
import org.xiangpei.recognition.CategoryForm.Seen;
import org.xiangpei.shared.units.Units;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

/** Builds the form of a category from its properties. */
@ApplicationScoped
public class CategoryForms {

    private final Properties properties;
    private final EntityManager entities;

    CategoryForms(Properties properties, EntityManager entities) {
        this.properties = properties;
        this.entities = entities;
    }

    /** Code and name of a category. */
    public record Choice(String code, String name, String chain) {}

    /** All categories, by chain and name. */
    @Transactional
    public List<Choice> choices() {
        return entities.createQuery("from Category", Category.class)
                .getResultStream()
                .map(it ->
                        new Choice(it.code(), it.details().name(), it.details().chain()))
                .sorted(Comparator.comparing(Choice::chain).thenComparing(Choice::name))
                .toList();
    }

    @Transactional
    public Optional<CategoryForm> find(String code) {
        return Optional.ofNullable(entities.find(Category.class, code)).map(this::form);
    }

    private CategoryForm form(Category category) {
        List<Property> asked = properties.ofCategory(category.code());
        Map<String, List<String>> options = options(asked);
        Map<String, List<StatedRange>> stated = stated(category.code());
        return new CategoryForm(
                category.code(),
                category.details().name(),
                category.details().chain(),
                asked.stream()
                        .map(it -> new Field(
                                it.key().propertyCode(),
                                it.details(),
                                options.getOrDefault(it.key().propertyCode(), List.of()),
                                seen(
                                        stated.getOrDefault(it.key().propertyCode(), List.of()),
                                        it.details().unit())))
                        .toList());
    }

    private Map<String, List<String>> options(List<Property> asked) {
        return entities.createQuery("from EnumValue where key.propertyCode in ?1", EnumValue.class)
                .setParameter(
                        1, asked.stream().map(it -> it.key().propertyCode()).toList())
                .getResultStream()
                .sorted(Comparator.comparing(
                                (EnumValue it) -> it.details().rank(), Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(it -> it.key().value()))
                .collect(groupingBy(
                        it -> it.key().propertyCode(), mapping(it -> it.key().value(), toList())));
    }

    private record StatedRange(
            String property,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            String unit) {}

    private Map<String, List<StatedRange>> stated(String category) {
        return entities.createQuery("""
                        select s.key.propertyCode, s.details.min, s.details.max, s.details.unit
                        from Specification s join Product p on p.code = s.key.productCode
                        where p.details.categoryCode = ?1 and s.details.unit is not null""", Object[].class)
                .setParameter(1, category)
                .getResultStream()
                .map(row -> new StatedRange((String) row[0], (BigDecimal) row[1], (BigDecimal) row[2], (String) row[3]))
                .collect(groupingBy(StatedRange::property));
    }

    private static Optional<Seen> seen(List<StatedRange> stated, @Nullable String unit) {
        if (unit == null) {
            return Optional.empty();
        }
        List<BigDecimal> values = stated.stream()
                .filter(it -> Units.compatible(it.unit(), unit))
                .flatMap(it -> Stream.of(Optional.ofNullable(it.min()), Optional.ofNullable(it.max()))
                        .flatMap(Optional::stream)
                        .map(end -> Units.convert(end, it.unit(), unit)))
                .sorted()
                .toList();
        return values.isEmpty() ? Optional.empty() : Optional.of(new Seen(values.getFirst(), values.getLast()));
    }
}
