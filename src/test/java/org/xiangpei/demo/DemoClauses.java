package org.xiangpei.demo;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.demo.DemoCatalogue.Product;
import org.xiangpei.demo.DemoCatalogue.Property;
import org.xiangpei.demo.DemoCatalogue.Specification;
import org.xiangpei.requirement.Criterion;
import org.xiangpei.requirement.Operator;

/**
 * Clauses around a product of the catalogue: most ask for less than it states, some for more than any product of its category, so
 * that some lines are met, some possible and some not.
 */
final class DemoClauses {

    private static final double DEMANDING = 0.14;

    private final DemoCatalogue catalogue;
    private final Dice dice;

    DemoClauses(DemoCatalogue catalogue, Dice dice) {
        this.catalogue = catalogue;
        this.dice = dice;
    }

    /** At least one: a line without clauses asks for nothing. */
    List<Criterion> around(Product product) {
        List<Criterion> clauses = some(product);
        return clauses.isEmpty() ? around(product) : clauses;
    }

    private List<Criterion> some(Product product) {
        var clauses = new ArrayList<Criterion>();
        for (Property property : catalogue.propertiesOf(product.category())) {
            if (clauses.size() < 4 && dice.chance(0.4)) {
                clause(product, property).ifPresent(clauses::add);
            }
        }
        commercial(product, clauses);
        return clauses;
    }

    /** On what the product states, or where it states nothing on what another of its category does. */
    private Optional<Criterion> clause(Product product, Property property) {
        return stated(product, property)
                .or(() -> catalogue.productsOf(product.category()).stream()
                        .flatMap(other -> stated(other, property).stream())
                        .findFirst())
                .flatMap(stated -> clause(property, stated));
    }

    private Optional<Specification> stated(Product product, Property property) {
        return catalogue.specificationsOf(product).stream()
                .filter(it -> it.property().equals(property.code()))
                .findFirst();
    }

    private Optional<Criterion> clause(Property property, Specification stated) {
        return switch (property.kind()) {
            case "quantity" -> Optional.of(quantity(property, stated));
            case "enum", "flag" -> Optional.of(criterion(property.code(), Operator.IS, stated.value(), null, ""));
            default -> Optional.empty();
        };
    }

    private Criterion quantity(Property property, Specification stated) {
        String low = stated.min().isEmpty() ? stated.max() : stated.min();
        String high = stated.max().isEmpty() ? stated.min() : stated.max();
        boolean demanding = dice.chance(DEMANDING);
        return switch (property.better()) {
            case "higher" -> bound(property, Operator.AT_LEAST, low, demanding ? 1.6 : dice.between(0.75, 1), stated);
            case "lower" -> bound(property, Operator.AT_MOST, high, demanding ? 0.5 : dice.between(1, 1.3), stated);
            case "wider" -> bound(property, Operator.AT_LEAST, high, demanding ? 1.8 : dice.between(0.7, 1), stated);
            default -> selected(property, low, high, demanding, stated);
        };
    }

    private Criterion bound(Property property, Operator operator, String value, double factor, Specification stated) {
        return criterion(property.code(), operator, scaled(value, factor), null, stated.unit());
    }

    private Criterion selected(Property property, String low, String high, boolean demanding, Specification stated) {
        if (low.equals(high) && !demanding) {
            return criterion(property.code(), Operator.EQUALS, low, null, stated.unit());
        }
        double factor = demanding ? 2.7 : 1;
        return criterion(
                property.code(), Operator.BETWEEN, scaled(low, factor), scaled(high, factor * 1.1), stated.unit());
    }

    private void commercial(Product product, List<Criterion> clauses) {
        if (dice.chance(0.3)) {
            int days = Integer.parseInt(product.row().get("lead_time_days"));
            clauses.add(criterion(
                    null, Operator.DELIVERS_WITHIN, "" + StrictMath.round(days * dice.between(0.9, 1.8)), null, ""));
        }
        if (dice.chance(0.25)) {
            String type = dice.of(List.of("ISO 9001", "ISO 9001", "ISO 9001", "ISO 14001", "ISO 45001"));
            clauses.add(criterion(null, Operator.HOLDS, type, null, ""));
        }
        if (dice.chance(0.15)) {
            clauses.add(criterion(
                    null, Operator.PRICE_AT_MOST, scaled("" + product.high(), dice.between(0.95, 1.25)), null, ""));
        }
    }

    private Criterion criterion(
            @Nullable String property, Operator operator, String value, @Nullable String max, String unit) {
        boolean mandatory = dice.chance(property == null ? 0.6 : 0.85);
        return new Criterion(property, operator, value, max, List.of(), unit.isEmpty() ? null : unit, mandatory);
    }

    /** To two significant digits; a negative value moves the same way on the number line. */
    private static String scaled(String value, double factor) {
        BigDecimal number = new BigDecimal(value);
        BigDecimal change = number.abs().multiply(BigDecimal.valueOf(factor - 1));
        return factor == 1
                ? value
                : number.add(change)
                        .round(new MathContext(2))
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
