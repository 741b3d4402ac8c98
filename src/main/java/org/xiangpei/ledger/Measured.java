package org.xiangpei.ledger;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

import org.xiangpei.shared.City;
import org.xiangpei.shared.Money;

/** The {@link Measures} of some facts. */
record Measured(Tally tally) {

    PurchaseSums sums() {
        return new PurchaseSums(
                new PurchaseSums.Lines(
                        number("lines"),
                        ofCities("lines_").mapToLong(this::number).sum(),
                        number("lines_unknown")),
                new PurchaseSums.Amounts(
                        money("fen"),
                        ofCities("fen_").map(this::money).reduce(Money.ZERO, Money::plus),
                        money("fen_unknown"),
                        money("fen_content"),
                        money("fen_undeclared"),
                        money("fen_recognised")),
                number("illustrative"));
    }

    /** All that is neither of the three cities nor of an unknown place. */
    Leakage leakage() {
        return new Leakage(
                number("lines")
                        - number("lines_unknown")
                        - ofCities("lines_").mapToLong(this::number).sum(),
                new Money(BigDecimal.valueOf(
                        number("fen")
                                - number("fen_unknown")
                                - ofCities("fen_").mapToLong(this::number).sum(),
                        2)));
    }

    /** What of it flowed from a city of buyers to each of the three. */
    Stream<CityFlow> flows(City buyer) {
        return Arrays.stream(City.values())
                .filter(city -> number(of("lines_", city)) > 0)
                .map(city -> new CityFlow(buyer, city, money(of("fen_", city)), number(of("lines_", city))));
    }

    private static Stream<String> ofCities(String measure) {
        return Arrays.stream(City.values()).map(city -> of(measure, city));
    }

    private static String of(String measure, City city) {
        return measure + city.name().toLowerCase(Locale.ROOT);
    }

    private long number(String measure) {
        return tally.at(Measures.NAMES.indexOf(measure));
    }

    private Money money(String measure) {
        return new Money(BigDecimal.valueOf(number(measure), 2));
    }
}
