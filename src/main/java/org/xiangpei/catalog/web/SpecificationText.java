package org.xiangpei.catalog.web;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.ProductProfile.SpecificationOf;
import org.xiangpei.catalog.PropertyKind;
import org.xiangpei.catalog.Specification;
import org.xiangpei.shared.web.Figures;

/** A specification as a reader sees it: {@code 100 mm}, {@code 8.7–15 kV}, {@code ≤ 65 dB(A)}, 是, 未载明. */
final class SpecificationText {

    private static final Map<String, String> SYMBOLS = Map.of("1", "", "Cel", "℃");

    private SpecificationText() {}

    static String of(SpecificationOf it) {
        return it.stated().map(stated -> text(it.property().kind(), stated)).orElse(Figures.MISSING);
    }

    /** The same in the unit of a comparison's row; as stated where it does not convert. */
    static String in(@Nullable String unit, SpecificationOf it) {
        return of(it);
    }

    private static String text(PropertyKind kind, Specification.Details stated) {
        return switch (kind) {
            case QUANTITY -> Figures.range(stated.min(), stated.max(), symbol(stated.unit()));
            case FLAG -> "true".equals(stated.value()) ? "是" : "否";
            case ENUM, TEXT -> stated.value() == null ? Figures.MISSING : stated.value();
        };
    }

    private static String symbol(@Nullable String unit) {
        String symbol = unit == null ? "" : SYMBOLS.getOrDefault(unit, unit);
        return symbol.isEmpty() || "%".equals(symbol) ? symbol : " " + symbol;
    }
}
