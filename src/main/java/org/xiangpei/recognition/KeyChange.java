package org.xiangpei.recognition;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Property;
import org.xiangpei.catalog.PropertyKind;
import org.xiangpei.catalog.Specification;
import org.xiangpei.shared.units.Units;
import org.xiangpei.shared.web.Figures;

/**
 * Another value of a key specification (关键参数) than was recognised. Key are the properties that the category requires: it is those
 * that buyers ask for, and that the bureaus have compared.
 *
 * @param before in words
 * @param after in words
 */
public record KeyChange(String property, String name, String before, String after) {

    private static final Specification.Details NOT_STATED = new Specification.Details(null, null, null, null);

    /** The key specifications whose values are not the same, in the order of the form. */
    static List<KeyChange> between(
            Map<String, Specification.Details> before, Map<String, Specification.Details> after, CategoryForm form) {
        return form.fields().stream()
                .filter(it -> it.details().required())
                .flatMap(it ->
                        of(it.property(), it.details(), before.get(it.property()), after.get(it.property())).stream())
                .toList();
    }

    /** Empty when both say the same, in whatever unit. */
    static Optional<KeyChange> of(
            String code,
            Property.Details property,
            Specification.@Nullable Details before,
            Specification.@Nullable Details after) {
        Specification.Details was = Objects.requireNonNullElse(before, NOT_STATED);
        Specification.Details is = Objects.requireNonNullElse(after, NOT_STATED);
        return isSame(was, is)
                ? Optional.empty()
                : Optional.of(
                        new KeyChange(code, property.name(), text(property.kind(), was), text(property.kind(), is)));
    }

    private static boolean isSame(Specification.Details one, Specification.Details other) {
        return Objects.equals(one.value(), other.value())
                && isSame(one.min(), one.unit(), other.min(), other.unit())
                && isSame(one.max(), one.unit(), other.max(), other.unit());
    }

    private static boolean isSame(
            @Nullable BigDecimal one, @Nullable String unit, @Nullable BigDecimal other, @Nullable String otherUnit) {
        if (one == null || other == null || unit == null || otherUnit == null) {
            return one == null && other == null;
        }
        return Units.compatible(otherUnit, unit) && Units.compare(one, Units.convert(other, otherUnit, unit)) == 0;
    }

    private static String text(PropertyKind kind, Specification.Details stated) {
        if (stated.min() == null && stated.max() == null && stated.value() == null) {
            return Figures.MISSING;
        }
        return switch (kind) {
            case QUANTITY -> Figures.range(stated.min(), stated.max(), unit(stated.unit()));
            case FLAG -> "true".equals(stated.value()) ? "是" : "否";
            case ENUM, TEXT -> Objects.requireNonNullElse(stated.value(), Figures.MISSING);
        };
    }

    private static String unit(@Nullable String unit) {
        String shown = unit == null ? "" : Units.display(unit);
        return shown.isEmpty() ? "" : " " + shown;
    }

    /** {@code 缸径 100 mm → 120 mm}. */
    public String text() {
        return name + " " + before + " → " + after;
    }
}
