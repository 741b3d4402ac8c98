package org.xiangpei.search.lucene;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.PropertyKind;
import org.xiangpei.search.AskedSpecification;
import org.xiangpei.search.IndexedProperty;
import org.xiangpei.search.IndexedProperty.Option;
import org.xiangpei.search.lucene.Quantity.Bound;
import org.xiangpei.shared.units.Units;

/** Finds out which property of a category a quantity of a question is about. */
final class SpecificationReader {

    private static final BigDecimal A_LITTLE = new BigDecimal("0.1");

    /** Trade short for the unit of an area, whichever that is. */
    private static final String SQUARE = "平方";

    private final List<IndexedProperty> properties;

    /** @param properties of one category, the most telling first */
    SpecificationReader(List<IndexedProperty> properties) {
        this.properties = properties;
    }

    /** What each quantity asks; those that fit no property are left out. Of two for one property the one that names it is meant. */
    Map<Quantity, AskedSpecification> read(List<Quantity> quantities) {
        var read = new LinkedHashMap<Quantity, AskedSpecification>();
        var taken = new HashSet<String>();
        quantities.stream()
                .sorted(Comparator.comparing(quantity -> quantity.named().isEmpty()))
                .forEach(quantity -> read(quantity)
                        .filter(meant -> taken.add(meant.property().code())
                                || !quantity.named().isEmpty())
                        .ifPresent(meant -> read.put(quantity, meant)));
        return read;
    }

    private Optional<AskedSpecification> read(Quantity quantity) {
        Optional<AskedSpecification> option = candidates(quantity)
                .flatMap(property -> option(property, quantity))
                .findFirst();
        return option.isPresent() || quantity.low() == null
                ? option
                : candidates(quantity)
                        .filter(property -> property.kind() == PropertyKind.QUANTITY)
                        .flatMap(property ->
                                unit(property, quantity).map(unit -> asked(property, quantity, unit)).stream())
                        .min(Comparator.comparingInt(SpecificationReader::strangeness));
    }

    private Stream<IndexedProperty> candidates(Quantity quantity) {
        return properties.stream()
                .filter(property -> quantity.named().isEmpty() || isCalled(property, quantity.named()));
    }

    private static boolean isCalled(IndexedProperty property, String name) {
        return names(property).anyMatch(own -> name.length() == 1 ? own.contains(name) : own.equals(name));
    }

    private static Stream<String> names(IndexedProperty property) {
        return Stream.concat(Stream.of(property.name()), property.aliases().stream())
                .map(Folding::fold);
    }

    private static Stream<AskedSpecification> option(IndexedProperty property, Quantity quantity) {
        String text = quantity.text().replace(" ", "");
        return property.options().stream()
                .map(Option::value)
                .filter(value -> {
                    String folded = Folding.fold(value);
                    return folded.equals(text) || (folded + "级").equals(text);
                })
                .map(value -> new AskedSpecification(property, null, null, null, value));
    }

    private static Optional<String> unit(IndexedProperty property, Quantity quantity) {
        String own = Objects.requireNonNull(property.unit());
        String typed = quantity.unit().replace("吨级", "吨");
        if (typed.isEmpty() || (typed.equals(SQUARE) && Units.compatible("m2", own))) {
            return Optional.of(own);
        }
        if (own.equals("1") || isCount(typed)) {
            return own.equals("1") && names(property).anyMatch(name -> name.contains(typed))
                    ? Optional.of(own)
                    : Optional.empty();
        }
        return Units.known(typed) && Units.compatible(typed, own) ? Optional.of(typed) : Optional.empty();
    }

    /** 3级, 4轴, 2层: such a number is no share or ratio, and means nothing but what is called so. */
    private static boolean isCount(String unit) {
        return !unit.equals("%") && Units.known(unit) && Units.compatible(unit, "1");
    }

    /** Who types kA means what is stated in kA, rather than what is stated in A. */
    private static int strangeness(AskedSpecification asked) {
        return Objects.equals(asked.unit(), asked.property().unit()) ? 0 : 1;
    }

    private static boolean isSame(String one, String other) {
        return one.equals(other)
                || (Units.compatible(one, other)
                        && Units.convert(BigDecimal.ONE, one, other).compareTo(BigDecimal.ONE) == 0);
    }

    private static AskedSpecification asked(IndexedProperty property, Quantity quantity, String typed) {
        String own = Objects.requireNonNull(property.unit());
        String unit = isSame(typed, own) ? own : typed;
        BigDecimal low = Objects.requireNonNull(quantity.low());
        BigDecimal high = quantity.high();
        if (high != null) {
            return between(property, low.min(high), low.max(high), unit);
        }
        Bound bound = quantity.bound() == Bound.NOT_SAID ? usual(property) : quantity.bound();
        return switch (bound) {
            case AT_LEAST -> between(property, low, null, unit);
            case AT_MOST -> between(property, null, low, unit);
            case ABOUT -> {
                BigDecimal margin = low.multiply(A_LITTLE);
                yield between(property, low.subtract(margin), low.add(margin), unit);
            }
            case EQUALS, NOT_SAID -> between(property, low, low, unit);
        };
    }

    /** Who says no more than a number takes what is better too. */
    private static Bound usual(IndexedProperty property) {
        return switch (property.better()) {
            case HIGHER -> Bound.AT_LEAST;
            case LOWER -> Bound.AT_MOST;
            case NONE, WIDER -> Bound.EQUALS;
        };
    }

    private static AskedSpecification between(
            IndexedProperty property, @Nullable BigDecimal low, @Nullable BigDecimal high, String unit) {
        return new AskedSpecification(property, low, high, unit, null);
    }
}
