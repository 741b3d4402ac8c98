package org.xiangpei.catalog.web;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.ProductProfile.SpecificationOf;
import org.xiangpei.catalog.PropertyKind;
import org.xiangpei.catalog.Specification;
import org.xiangpei.shared.units.Units;
import org.xiangpei.shared.web.Figures;

/** A specification as a reader sees it: {@code 100 mm}, {@code 8.7–15 kV}, {@code ≤ 65 dB(A)}, 是, 未载明. */
public final class SpecificationText {

    private SpecificationText() {}

    /** In the unit that the manufacturer stated. */
    public static String of(SpecificationOf it) {
        return it.stated().map(stated -> text(it.property().kind(), stated)).orElse(Figures.MISSING);
    }

    /** In the unit of a comparison's row; as stated where it does not convert. */
    public static String in(@Nullable String unit, SpecificationOf it) {
        return it.stated()
                .map(stated -> text(it.property().kind(), converted(stated, unit)))
                .orElse(Figures.MISSING);
    }

    private static String text(PropertyKind kind, Specification.Details stated) {
        return switch (kind) {
            case QUANTITY -> Figures.range(stated.min(), stated.max(), suffix(stated.unit()));
            case FLAG -> "true".equals(stated.value()) ? "是" : "否";
            case ENUM, TEXT -> stated.value() == null ? Figures.MISSING : stated.value();
        };
    }

    private static Specification.Details converted(Specification.Details stated, @Nullable String unit) {
        String from = stated.unit();
        if (unit == null || from == null || !Units.compatible(from, unit)) {
            return stated;
        }
        return new Specification.Details(
                converted(stated.min(), from, unit), converted(stated.max(), from, unit), stated.value(), unit);
    }

    private static @Nullable BigDecimal converted(@Nullable BigDecimal value, String from, String to) {
        return value == null ? null : Units.convert(value, from, to);
    }

    private static String suffix(@Nullable String unit) {
        String symbol = unit == null ? "" : Units.display(unit);
        return symbol.isEmpty() || symbol.equals("%") ? symbol : " " + symbol;
    }
}
