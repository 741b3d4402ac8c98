package org.xiangpei.catalog.load;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.xiangpei.catalog.EnumValue;
import org.xiangpei.catalog.PropertyKind;
import org.xiangpei.shared.tabular.Row;

/** The allowed values of the enum properties; ranks are for all values of a property or for none. */
final class EnumTable extends CatalogTable<EnumValue.Key, EnumValue.Details, EnumValue> {

    private record Rank(String propertyCode, int rank) {}

    private final PropertyTable properties;
    private final Map<Rank, String> ranked = new HashMap<>();
    private final Map<String, Boolean> ordered = new HashMap<>();

    EnumTable(PropertyTable properties) {
        super(
                "enums",
                new FileColumns<EnumValue.Key, EnumValue.Details>()
                        .key("property_code", EnumValue.Key::propertyCode)
                        .key("value", EnumValue.Key::value)
                        .detail("rank", EnumValue.Details::rank),
                new Stored<>(EnumValue.class, EnumValue::key, EnumValue::details, EnumValue::new, EnumValue::amend));
        this.properties = properties;
    }

    @Override
    String keyColumn() {
        return "value";
    }

    @Override
    EnumValue.Key key(Row row) {
        return new EnumValue.Key(Codes.code(row, "property_code"), Codes.name(row, "value"));
    }

    @Override
    EnumValue.Details details(Row row) {
        Integer rank = row.integer("rank");
        if (rank != null && rank < 1) {
            row.error("rank", "等级从 1（最低）起");
        }
        return new EnumValue.Details(rank);
    }

    @Override
    void prepare() {
        untouched().forEach(key -> stored(key).ifPresent(details -> {
            properties.checkStillNeeded(key);
            ordered.put(key.propertyCode(), details.rank() != null);
            if (details.rank() != null) {
                ranked.put(new Rank(key.propertyCode(), details.rank()), key.value());
            }
        }));
    }

    @Override
    void check(Staged<EnumValue.Key, EnumValue.Details> value) {
        checkProperty(value.row(), value.key().propertyCode());
        Integer rank = value.details().rank();
        Boolean others = ordered.putIfAbsent(value.key().propertyCode(), rank != null);
        if (others != null && others != (rank != null)) {
            value.row().error("rank", "同一参数的各个值要么都有等级，要么都没有");
        }
        if (rank != null) {
            checkRank(
                    value.row(),
                    new Rank(value.key().propertyCode(), rank),
                    value.key().value());
        }
    }

    private void checkProperty(Row row, String property) {
        if (!properties.knowsCode(property)) {
            row.error("property_code", "没有这个参数，请先在 properties 中列出");
        } else if (properties
                .kindOf(property)
                .filter(kind -> kind != PropertyKind.ENUM)
                .isPresent()) {
            row.error("property_code", "只有选项型（enum）参数有可选值");
        }
    }

    private void checkRank(Row row, Rank rank, String value) {
        String holder = ranked.putIfAbsent(rank, value);
        if (holder != null) {
            row.error("rank", "与 " + holder + " 的等级相同，每个值的等级应各不相同");
        }
    }

    /** The allowed values, lowest rank first. */
    List<String> valuesOf(String property) {
        return keys().filter(key -> key.propertyCode().equals(property))
                .distinct()
                .sorted(Comparator.comparing((EnumValue.Key key) -> rank(key)).thenComparing(EnumValue.Key::value))
                .map(EnumValue.Key::value)
                .toList();
    }

    private int rank(EnumValue.Key key) {
        return find(key).map(EnumValue.Details::rank).orElse(0);
    }

    /** By property and rank, as people read them. */
    @Override
    Stream<Map<String, String>> exported() {
        return untouched()
                .sorted(Comparator.comparing(EnumValue.Key::propertyCode)
                        .thenComparing(this::rank)
                        .thenComparing(EnumValue.Key::value))
                .map(key -> columns().cells(key, stored(key).orElseThrow()));
    }
}
