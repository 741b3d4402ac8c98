package org.xiangpei.catalog.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.EnumValue;
import org.xiangpei.catalog.Product;
import org.xiangpei.catalog.Property;
import org.xiangpei.catalog.PropertyKind;
import org.xiangpei.catalog.Specification;
import org.xiangpei.shared.units.Units;

/** Whether a specification fits the property it gives a value to: the shape of its kind, unit, order of its ends, allowed values. */
final class SpecificationRules {

    /** What is wrong with one column. */
    record Fault(String column, String reason) {}

    private final ProductTable products;
    private final PropertyTable properties;
    private final EnumTable enums;

    SpecificationRules(ProductTable products, PropertyTable properties, EnumTable enums) {
        this.products = products;
        this.properties = properties;
        this.enums = enums;
    }

    /** All faults; none when the product or the property has a mistake of its own, which is reported there. */
    List<Fault> faults(Specification.Key key, Specification.Details details) {
        if (!products.knows(key.productCode())) {
            return List.of(new Fault("product_code", "没有这个产品，请先在 products 中列出"));
        }
        Optional<String> category = products.find(key.productCode()).map(Product.Details::categoryCode);
        if (category.isEmpty()) {
            return List.of();
        }
        var property = new Property.Key(category.get(), key.propertyCode());
        if (!properties.knows(property)) {
            return List.of(new Fault("property_code", "产品的品类 " + category.get() + " 没有这个参数；各品类的参数见 properties"));
        }
        return properties
                .find(property)
                .map(found -> faults(key, details, found))
                .orElse(List.of());
    }

    private List<Fault> faults(Specification.Key key, Specification.Details details, Property.Details property) {
        return property.kind() == PropertyKind.QUANTITY
                ? quantityFaults(details, Objects.requireNonNull(property.unit()))
                : valueFaults(key, details, property.kind());
    }

    private static List<Fault> quantityFaults(Specification.Details details, String canonical) {
        var faults = new ArrayList<Fault>();
        if (details.value() != null) {
            faults.add(new Fault("value", "数值型参数写在 min 和 max，value 请留空"));
        }
        if (details.min() == null && details.max() == null) {
            faults.add(new Fault("min", "min 和 max 至少写一个；定值两者相同"));
        }
        if (details.min() != null && details.max() != null && details.min().compareTo(details.max()) > 0) {
            faults.add(new Fault("max", "max 小于 min " + details.min().toPlainString()));
        }
        unitFault(details.unit(), canonical).ifPresent(reason -> faults.add(new Fault("unit", reason)));
        return faults;
    }

    private static Optional<String> unitFault(@Nullable String unit, String canonical) {
        if (unit == null) {
            return Optional.of("必填，应为 " + canonical + " 或能与之换算的单位");
        }
        if (!Units.known(unit)) {
            return Optional.of("不认识的单位，应为 " + canonical + " 或能与之换算的单位");
        }
        return Units.compatible(unit, canonical) ? Optional.empty() : Optional.of("不能换算为这个参数的单位 " + canonical);
    }

    private List<Fault> valueFaults(Specification.Key key, Specification.Details details, PropertyKind kind) {
        var faults = new ArrayList<Fault>();
        empty("min", details.min(), faults);
        empty("max", details.max(), faults);
        empty("unit", details.unit(), faults);
        Optional<String> fault = details.value() == null
                ? Optional.of("必填，不能为空")
                : valueFault(key.propertyCode(), details.value(), kind);
        fault.ifPresent(reason -> faults.add(new Fault("value", reason)));
        return faults;
    }

    private static void empty(String column, @Nullable Object cell, List<Fault> faults) {
        if (cell != null) {
            faults.add(new Fault(column, "这个参数不是数值型，请留空，只写 value"));
        }
    }

    private Optional<String> valueFault(String property, String value, PropertyKind kind) {
        return switch (kind) {
            case FLAG ->
                Stream.of("true", "false").anyMatch(value::equals) ? Optional.empty() : Optional.of("应为 true 或 false");
            case ENUM ->
                enums.knows(new EnumValue.Key(property, value))
                        ? Optional.empty()
                        : Optional.of("不是这个参数的可选值；可选值：" + String.join("、", enums.valuesOf(property)));
            case TEXT, QUANTITY -> Optional.empty();
        };
    }
}
