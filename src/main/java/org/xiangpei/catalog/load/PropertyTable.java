package org.xiangpei.catalog.load;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Better;
import org.xiangpei.catalog.EnumValue;
import org.xiangpei.catalog.Property;
import org.xiangpei.catalog.PropertyKind;
import org.xiangpei.shared.tabular.Row;
import org.xiangpei.shared.units.Units;

/**
 * The properties of the categories. A code means the same in every category (name, kind, direction, dimension), because its
 * allowed values are shared and products of several categories are compared by it; only the scale of the unit may differ.
 */
final class PropertyTable extends CatalogTable<Property.Key, Property.Details, Property> {

    private static final List<String> FLAGS = List.of("true", "false");

    private final CategoryTable categories;
    private final Map<String, Property.Details> meaning = new HashMap<>();

    PropertyTable(CategoryTable categories) {
        super(
                "properties",
                new FileColumns<Property.Key, Property.Details>()
                        .key("category_code", Property.Key::categoryCode)
                        .key("property_code", Property.Key::propertyCode)
                        .detail("name", Property.Details::name)
                        .detail("aliases", Property.Details::aliases)
                        .choice("kind", PropertyKind.class, Property.Details::kind)
                        .detail("unit", Property.Details::unit)
                        .choice("better", Better.class, Property.Details::better)
                        .choice("required", FLAGS, Property.Details::required)
                        .optional("position", Property.Details::position),
                new Stored<>(Property.class, Property::key, Property::details, Property::new, Property::amend));
        this.categories = categories;
    }

    @Override
    String keyColumn() {
        return "property_code";
    }

    @Override
    Property.Key key(Row row) {
        return new Property.Key(Codes.code(row, "category_code"), Codes.code(row, "property_code"));
    }

    @Override
    Property.Details details(Row row) {
        PropertyKind kind = row.requireCode("kind", PropertyKind.class);
        return new Property.Details(
                Codes.name(row, "name"),
                row.list("aliases"),
                kind,
                unit(row, kind),
                row.requireCode("better", Better.class),
                row.requireFlag("required"),
                position(row));
    }

    /** 0 for a row that leaves its place to the order of the file. */
    private static int position(Row row) {
        Integer position = row.integer("position");
        if (position != null && position < 1) {
            row.error("position", "顺序从 1 起");
        }
        return position == null ? 0 : position;
    }

    private static @Nullable String unit(Row row, PropertyKind kind) {
        boolean quantity = kind == PropertyKind.QUANTITY;
        if (quantity && row.empty("unit")) {
            row.error("unit", "数值型参数必须有单位，无量纲的写 1");
        } else if (!quantity && !row.empty("unit")) {
            row.error("unit", "只有数值型（quantity）参数有单位，请留空");
        } else if (quantity && !Units.known(row.cell("unit"))) {
            row.error("unit", "不认识的单位；请用 UCUM 写法，例如 mm、kV、m3/h、Cel");
        }
        return row.text("unit");
    }

    @Override
    void prepare() {
        untouched().forEach(key -> stored(key).ifPresent(details -> meaning.put(key.propertyCode(), details)));
        number();
    }

    /** A property's place in its category is its place in the file; a file with only some of a category's properties moves none. */
    private void number() {
        Set<String> partly = untouched().map(Property.Key::categoryCode).collect(Collectors.toSet());
        var last = new HashMap<String, Integer>();
        keys().filter(key -> partly.contains(key.categoryCode()))
                .forEach(key -> last.merge(key.categoryCode(), storedPosition(key), Math::max));
        for (Staged<Property.Key, Property.Details> property : List.copyOf(rows())) {
            int position = property.details().position();
            if (position == 0 && partly.contains(property.key().categoryCode())) {
                position = storedPosition(property.key());
            }
            if (position == 0) {
                position = last.merge(property.key().categoryCode(), 1, Integer::sum);
            }
            amendStaged(property.key(), at(property.details(), position));
        }
    }

    private int storedPosition(Property.Key key) {
        return stored(key).map(Property.Details::position).orElse(0);
    }

    @Override
    void check(Staged<Property.Key, Property.Details> property) {
        categories.checkKnown(property.row(), "category_code", property.key().categoryCode());
        Property.Details first = meaning.putIfAbsent(property.key().propertyCode(), property.details());
        if (first != null) {
            checkSameMeaning(property.row(), property.details(), first);
        }
    }

    private static void checkSameMeaning(Row row, Property.Details one, Property.Details first) {
        checkSame(row, "name", one.name(), first.name());
        checkSame(row, "kind", one.kind().code(), first.kind().code());
        checkSame(row, "better", one.better().code(), first.better().code());
        if (one.unit() != null && first.unit() != null && !Units.compatible(one.unit(), first.unit())) {
            row.error("unit", "同一参数在别的品类中用 " + first.unit() + "，两者不能换算");
        }
    }

    private static void checkSame(Row row, String column, String one, String first) {
        if (!one.equals(first)) {
            row.error(column, "同一参数编号在别的品类中为 " + first + "，请保持一致或换一个编号");
        }
    }

    /** Reports a property that an undo would take away although a value that stays is one of its. */
    void checkStillNeeded(EnumValue.Key value) {
        if (!knowsCode(value.propertyCode())) {
            removed().forEach((key, gone) -> {
                if (key.propertyCode().equals(value.propertyCode())) {
                    gone.row().error("property_code", "选项 " + value.value() + " 仍属于这个参数，不能移除");
                }
            });
        }
    }

    /** In the order in which they are shown. */
    @Override
    Stream<Map<String, String>> exported() {
        return untouched()
                .sorted(Comparator.comparing(Property.Key::categoryCode).thenComparing(this::storedPosition))
                .map(key -> columns().cells(key, stored(key).orElseThrow()));
    }

    /** Whether any category has such a property. */
    boolean knowsCode(String code) {
        return keys().anyMatch(key -> key.propertyCode().equals(code));
    }

    /** The kind of a property code in whatever category; empty when it is unknown or its row is mistaken. */
    Optional<PropertyKind> kindOf(String code) {
        return Optional.ofNullable(meaning.get(code)).map(Property.Details::kind);
    }

    private static Property.Details at(Property.Details details, int position) {
        return new Property.Details(
                details.name(),
                details.aliases(),
                details.kind(),
                details.unit(),
                details.better(),
                details.required(),
                position);
    }
}
