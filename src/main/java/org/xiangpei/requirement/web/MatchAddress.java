package org.xiangpei.requirement.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.requirement.Operator;
import org.xiangpei.requirement.StatedCriterion;
import org.xiangpei.requirement.StatedLine;
import org.xiangpei.shared.units.Units;
import org.xiangpei.shared.web.Address;

/**
 * The address of the page that matches one line ({@code /match}). Its form has one clause for each property, and prices and amounts
 * without units of their own: what it has no place for is left out.
 */
final class MatchAddress {

    private MatchAddress() {}

    static String of(LineForm form) {
        StatedLine line = form.line("1");
        Address address = Address.of("/match")
                .and("name", line.name())
                .and("category", line.category())
                .and("quantity", line.quantity())
                .and("unit", line.unit());
        List<String> standards = new ArrayList<>();
        for (StatedCriterion criterion : line.criteria()) {
            address = criterion.property() == null
                    ? withField(address, criterion, standards)
                    : withProperty(address, criterion.property(), criterion);
        }
        return address.and("standard.value", String.join("、", standards)).toString();
    }

    private static Address withProperty(Address address, String property, StatedCriterion criterion) {
        return has(address, property + ".value")
                ? address
                : address.and(
                                property + ".operator",
                                "is".equals(criterion.operator()) ? "equals" : criterion.operator())
                        .and(property + ".value", criterion.value())
                        .and(property + ".value", criterion.values())
                        .and(property + ".max", criterion.valueMax())
                        .and(property + ".unit", criterion.unit())
                        .and(property + ".want", want(criterion));
    }

    private static Address withField(Address address, StatedCriterion criterion, List<String> standards) {
        String operator = criterion.operator();
        if (Operator.CONFORMS_TO.code().equals(operator)) {
            standards.add(String.valueOf(criterion.value()));
            return address;
        }
        if (Operator.HOLDS.code().equals(operator)) {
            return address.and("certificate.value", criterion.value());
        }
        if (Operator.DELIVERS_WITHIN.code().equals(operator)) {
            return address.with("delivery.value", days(criterion.value(), criterion.unit()))
                    .with("delivery.want", want(criterion));
        }
        String plain = criterion.unit() == null ? criterion.value() : null;
        String place = Operator.PRICE_AT_MOST.code().equals(operator) ? "price" : "supply";
        return address.and(place + ".value", plain);
    }

    private static @Nullable String days(@Nullable String value, @Nullable String unit) {
        if (value == null || unit == null || !Units.compatible(unit, "d")) {
            return value;
        }
        return Units.convert(new BigDecimal(value), unit, "d")
                .stripTrailingZeros()
                .toPlainString();
    }

    private static @Nullable String want(StatedCriterion criterion) {
        return criterion.mandatory() ? null : LineForm.MAY;
    }

    private static boolean has(Address address, String name) {
        return address.parameters().stream().anyMatch(it -> it.name().equals(name));
    }
}
