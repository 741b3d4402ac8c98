package org.xiangpei.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

import org.xiangpei.ledger.Grouped.Group;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Money;

/**
 * Sums over the purchase records in effect: known by then, neither superseded nor cancelled by then. What corrects a record decides alone whether it
 * counts, also where the correction moves it out of the period or the scope.
 *
 * <p>They are put together from sums that are kept by month, and say the same as the facts do at any moment (ADR 0111).
 */
@ApplicationScoped
public class PurchaseFigures {

    /** Stands where a category would for what belongs to none of the catalogue. */
    public static final String OUTSIDE = "-";

    /** The chain of what belongs to no category of the catalogue. */
    public static final String OUTSIDE_CHAIN = "目录外";

    private final KeptSums kept;
    private final Session session;

    PurchaseFigures(KeptSums kept, Session session) {
        this.kept = kept;
        this.session = session;
    }

    /** Sums, and beside them the money that flowed inside the region. */
    public record Report(Grouped<PurchaseSums> sums, List<CityFlow> flows) {}

    /** @param groupBy null for the total alone */
    public Report report(Cut cut, @Nullable Dimension groupBy) {
        List<Measured> rows = measured(kept.query(cut, groupBy));
        return new Report(sums(rows, groupBy), flows(rows));
    }

    /** @param groupBy null for the total alone */
    public Grouped<PurchaseSums> sums(Cut cut, @Nullable Dimension groupBy) {
        return sums(measured(kept.query(cut, groupBy)), groupBy);
    }

    /** The same, of the facts alone, which takes longer the more there are. */
    Grouped<PurchaseSums> sumsOfFacts(Cut cut, @Nullable Dimension groupBy) {
        return sums(measured(PurchaseSumQuery.ofFacts(cut, groupBy)), groupBy);
    }

    private static Grouped<PurchaseSums> sums(List<Measured> rows, @Nullable Dimension groupBy) {
        return new Grouped<>(
                rows.getFirst().sums(),
                groups(rows, groupBy)
                        .map(row -> new Group<>(row.key(), row.name(), row.sums()))
                        .toList());
    }

    private static Stream<Measured> groups(List<Measured> rows, @Nullable Dimension groupBy) {
        return rows.stream().filter(row -> groupBy != null && row.is("GROUP"));
    }

    /** From the city of the buyer to the city of production. */
    private static List<CityFlow> flows(List<Measured> rows) {
        return rows.stream()
                .filter(row -> row.is("CITY"))
                .flatMap(Measured::flows)
                .toList();
    }

    /**
     * What was bought outside the three cities on days on which a recognised product of the same category was listed, as far as was known (外流). What
     * was made nobody knows where is not among it.
     *
     * @param groupBy null for the total alone
     */
    public Grouped<Leakage> leakage(Cut cut, @Nullable Dimension groupBy) {
        List<Measured> rows = measured(PurchaseSumQuery.whileListed(cut, groupBy, kept.months(cut)));
        return new Grouped<>(
                rows.getFirst().leakage(),
                groups(rows, groupBy)
                        .map(row -> new Group<>(row.key(), row.name(), row.leakage()))
                        .filter(group -> group.sums().records() > 0)
                        .toList());
    }

    /** The day of the first purchase known before a moment; empty for an empty ledger. */
    public Optional<LocalDate> firstDay(Instant knownBefore) {
        return Optional.ofNullable(session.createNativeQuery(
                        "select min(purchased_on) from purchase_record where recorded_at < :knownBefore",
                        LocalDate.class)
                .setParameter("knownBefore", knownBefore)
                .getSingleResult());
    }

    public boolean knowsBuyer(String code) {
        return !session.createNativeQuery(
                        "select 1 from purchase_record where buyer_code = :code limit 1", Integer.class)
                .setParameter("code", code)
                .getResultList()
                .isEmpty();
    }

    private List<Measured> measured(PurchaseSumQuery question) {
        FactQueries.planForValues(session);
        var query = session.createNativeQuery(question.sql(), Object[].class);
        question.parameters().forEach(query::setParameter);
        return query.getResultList().stream()
                .map(row -> new Measured(Arrays.asList(row)))
                .toList();
    }

    /** A row of an answer. */
    private record Measured(List<Object> row) {

        /** TOTAL, which is the first, GROUP or CITY of the buyer. */
        boolean is(String kind) {
            return row.get(0).equals(kind);
        }

        /** Of the total it has no meaning. */
        String key() {
            return (String) row.get(1);
        }

        String name() {
            return (String) row.get(2);
        }

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

        Stream<CityFlow> flows() {
            City buyer = City.of(key()).orElseThrow();
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
            return ((BigDecimal) row.get(3 + Measures.NAMES.indexOf(measure))).longValueExact();
        }

        private Money money(String measure) {
            return new Money(BigDecimal.valueOf(number(measure), 2));
        }
    }
}
