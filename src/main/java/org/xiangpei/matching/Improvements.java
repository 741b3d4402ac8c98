package org.xiangpei.matching;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Better;
import org.xiangpei.catalog.Product;
import org.xiangpei.matching.Improvement.Direction;
import org.xiangpei.requirement.Clause;
import org.xiangpei.requirement.Criterion;
import org.xiangpei.requirement.Demand;
import org.xiangpei.requirement.Range;
import org.xiangpei.shared.units.Units;

import static org.xiangpei.matching.RangeText.number;
import static org.xiangpei.matching.RangeText.range;
import static org.xiangpei.matching.RangeText.withUnit;

/** Turns a clause that a product fails into what would have to change. */
final class Improvements {

    private final Clause clause;
    private final ProductFacts facts;

    private Improvements(Clause clause, ProductFacts facts) {
        this.clause = clause;
        this.facts = facts;
    }

    /**
     * What would have to change, all of it; empty where no change that we know of is enough.
     *
     * @param finding of the clause for the product: a fail
     */
    static List<Improvement> of(Clause clause, Finding finding, ProductFacts facts) {
        return new Improvements(clause, facts).find(finding.basis());
    }

    private List<Improvement> find(Basis basis) {
        return switch (basis) {
            case Basis.Specified specified -> onProperty(specified.statement());
            case Basis.Certified certified -> certificate(certified.certificate());
            case Basis.Stated stated -> field();
            case Basis.Standardised standard -> List.of();
            case Basis.NotStated nothing -> List.of();
        };
    }

    private List<Improvement> onProperty(Statement statement) {
        return switch (clause.demand()) {
            case Demand.Quantity asked -> quantity(asked, statement);
            case Demand.Rank asked -> rank(asked, statement);
            case Demand.AnyOf asked -> option(statement, options());
            case Demand.Flag asked -> option(statement, asked.value() ? "是" : "否");
            default -> List.of();
        };
    }

    private List<Improvement> quantity(Demand.Quantity asked, Statement statement) {
        String unit = Objects.requireNonNull(statement.term().unit());
        Range stated = Objects.requireNonNull(statement.range());
        Range wanted =
                asked.range().convert(asked.unit(), unit, statement.term().temperatureDifference());
        return statement.term().better() == Better.WIDER
                ? envelope(wanted, stated, unit)
                : nearest(wanted, stated, unit, statement.term().better() != Better.NONE);
    }

    /** What is stated lies wholly below or wholly above what is asked. A guarantee must not be moved beyond the far end either. */
    private List<Improvement> nearest(Range wanted, Range stated, String unit, boolean guarantee) {
        boolean below = stated.high() != null && wanted.low() != null && Units.compare(stated.high(), wanted.low()) < 0;
        return below
                ? List.of(numeric(Direction.RAISE, stated, wanted.low(), guarantee ? wanted.high() : null, unit))
                : List.of(numeric(Direction.LOWER, stated, wanted.high(), guarantee ? wanted.low() : null, unit));
    }

    /** Each end that does not reach as far as is asked; nothing where an end that decides is not stated, as that stays unknown. */
    private List<Improvement> envelope(Range wanted, Range stated, String unit) {
        BigDecimal up = wanted.high() == null ? wanted.low() : wanted.low() == null ? null : wanted.high();
        BigDecimal down = wanted.low() == null ? wanted.high() : wanted.high() == null ? null : wanted.low();
        if ((up != null && stated.high() == null) || (down != null && stated.low() == null)) {
            return List.of();
        }
        return Stream.of(
                        Optional.ofNullable(up)
                                .filter(end -> Units.compare(Objects.requireNonNull(stated.high()), end) < 0)
                                .map(end -> numeric(Direction.RAISE, stated, end, null, unit)),
                        Optional.ofNullable(down)
                                .filter(end -> Units.compare(Objects.requireNonNull(stated.low()), end) > 0)
                                .map(end -> numeric(Direction.LOWER, stated, end, null, unit)))
                .flatMap(Optional::stream)
                .toList();
    }

    private Improvement numeric(
            Direction direction, Range stated, @Nullable BigDecimal level, @Nullable BigDecimal limit, String unit) {
        return new Improvement(
                property(),
                clause.label(),
                direction,
                range(stated, unit),
                withUnit(number(level), unit),
                level,
                limit);
    }

    private List<Improvement> rank(Demand.Rank asked, Statement statement) {
        int rank = Objects.requireNonNull(statement.rank());
        Integer lowest = asked.lowest();
        Integer highest = asked.highest();
        Criterion criterion = clause.criterion();
        boolean tooLow = lowest != null && rank < lowest;
        String upper = criterion.valueMax() == null ? text(criterion.value()) : criterion.valueMax();
        return List.of(
                tooLow
                        ? new Improvement(
                                property(),
                                clause.label(),
                                Direction.RAISE,
                                text(statement.value()),
                                text(criterion.value()),
                                decimal(lowest),
                                decimal(highest))
                        : new Improvement(
                                property(),
                                clause.label(),
                                Direction.LOWER,
                                text(statement.value()),
                                upper,
                                decimal(highest),
                                decimal(lowest)));
    }

    private List<Improvement> option(Statement statement, String to) {
        String from =
                clause.demand() instanceof Demand.Flag asked ? (asked.value() ? "否" : "是") : text(statement.value());
        return List.of(new Improvement(property(), clause.label(), Direction.STATE, from, to, null, null));
    }

    private String options() {
        Criterion criterion = clause.criterion();
        return criterion.values().isEmpty() ? text(criterion.value()) : String.join(" / ", criterion.values());
    }

    /** Only one that has expired fails. */
    private List<Improvement> certificate(HeldCertificate expired) {
        return List.of(new Improvement(
                "holds:" + expired.type().key(),
                expired.type().text(),
                Direction.STATE,
                "已于 " + expired.validity().until() + " 到期",
                "有效",
                null,
                null));
    }

    private List<Improvement> field() {
        Product.Details product = facts.product();
        return switch (clause.demand()) {
            case Demand.LeadTime asked ->
                List.of(field(
                        "lead_time_days",
                        Direction.LOWER,
                        product.leadTimeDays() + " 天",
                        number(asked.days()) + " 天",
                        asked.days()));
            case Demand.Supply asked -> supply(asked, product);
            case Demand.Price asked ->
                List.of(field(
                        "price",
                        Direction.LOWER,
                        range(new Range(product.priceLow(), product.priceHigh()), text(product.priceUnit())),
                        withUnit(number(asked.amount()), text(product.priceUnit())),
                        asked.amount()));
            default -> List.of();
        };
    }

    /** In the unit in which the product states it, so that demands in different units compare. */
    private List<Improvement> supply(Demand.Supply asked, Product.Details product) {
        String own = text(product.capacityUnit());
        String unit = asked.unit();
        BigDecimal level = unit == null ? asked.amount() : Units.convert(asked.amount(), unit, own);
        return List.of(field(
                "monthly_capacity",
                Direction.RAISE,
                withUnit(number(product.monthlyCapacity()), own),
                withUnit(number(level), own),
                level));
    }

    private Improvement field(String key, Direction direction, String from, String to, BigDecimal level) {
        return new Improvement(key, clause.label(), direction, from, to, level, null);
    }

    private String property() {
        return text(clause.criterion().property());
    }

    private static @Nullable BigDecimal decimal(@Nullable Integer rank) {
        return rank == null ? null : BigDecimal.valueOf(rank);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
