package org.xiangpei.insight.gap;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.xiangpei.requirement.Clause;
import org.xiangpei.requirement.Criterion;
import org.xiangpei.requirement.Demand;
import org.xiangpei.requirement.PropertyTerm;
import org.xiangpei.requirement.Range;
import org.xiangpei.requirement.Vocabulary;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.units.Units;

/** Reads a clause as something that is lacking: quantities by their cell of the {@link Grid}, all else by what exactly is asked. */
final class Lacks {

    private static final String CELSIUS = "Cel";

    private final Vocabulary vocabulary;
    private final String category;

    Lacks(Vocabulary vocabulary, String category) {
        this.vocabulary = vocabulary;
        this.category = category;
    }

    Lack of(Clause clause) {
        return switch (clause.demand()) {
            case Demand.Quantity asked -> quantity(clause, asked);
            case Demand.Rank asked ->
                option(asked.property(), clause, clause.criterion().value());
            case Demand.AnyOf asked ->
                option(
                        asked.property(),
                        clause,
                        asked.values().stream().sorted().collect(Collectors.joining(" / ")));
            case Demand.Flag asked -> option(asked.property(), clause, asked.value() ? "是" : "否");
            case Demand.Held asked ->
                new Lack("holds:" + asked.type().key(), "", "资质证书", asked.type().text());
            case Demand.Conformity asked ->
                new Lack(
                        "conforms_to:" + asked.standard().number(),
                        Objects.requireNonNullElse(asked.standard().year(), ""),
                        "标准",
                        asked.standard().text());
            case Demand.LeadTime asked -> field(clause, "<", Grid.cell(asked.days()), "不超过", "天");
            case Demand.Supply asked -> field(clause, ">", Grid.cell(asked.amount()), "不低于", unit(asked.unit()));
            case Demand.Price asked ->
                field(
                        clause,
                        "<",
                        Grid.cell(asked.amount()),
                        "不超过",
                        "元" + (asked.per() == null ? "" : "/" + asked.per()));
        };
    }

    /** In the unit of the property, so that 8 700 V and 8.7 kV lie in one cell. */
    private Lack quantity(Clause clause, Demand.Quantity asked) {
        Optional<PropertyTerm> term = vocabulary.term(category, asked.property());
        String own = term.map(PropertyTerm::unit).orElse(asked.unit());
        boolean difference = term.map(PropertyTerm::temperatureDifference).orElse(false);
        boolean temperature = !difference && Units.compatible(own, "K");
        String unit = temperature ? CELSIUS : own;
        Range range = asked.range().convert(asked.unit(), unit, difference);
        Grid.Cell cell = temperature ? Grid.temperature(decisive(range)) : Grid.cell(decisive(range));
        String way = range.high() == null ? ">" : range.low() == null ? "<" : "=";
        return new Lack(
                asked.property(),
                way + cell.name(),
                clause.label(),
                words(way) + " " + withUnit(cell.text(), Units.display(unit)));
    }

    /** The end that is asked for; of two ends the middle. */
    private static BigDecimal decisive(Range range) {
        BigDecimal low = range.low();
        BigDecimal high = range.high();
        if (low == null) {
            return high == null ? BigDecimal.ZERO : high;
        }
        return high == null ? low : low.add(high).divide(BigDecimal.TWO);
    }

    private static String words(String way) {
        return switch (way) {
            case ">" -> "不低于";
            case "<" -> "不超过";
            default -> "在";
        };
    }

    private static Lack option(String property, Clause clause, @Nullable String value) {
        Criterion criterion = clause.criterion();
        String upper = criterion.valueMax() == null ? "" : "～" + criterion.valueMax();
        String asked = (value == null ? "" : value) + upper;
        return new Lack(
                property,
                criterion.operator().code() + " " + asked,
                clause.label(),
                Labels.of(criterion.operator()) + " " + asked);
    }

    /** Counts of different things are never near one another. */
    private static Lack field(Clause clause, String way, Grid.Cell cell, String words, String unit) {
        return new Lack(
                clause.criterion().operator().code(),
                way + cell.name() + " " + unit,
                clause.label(),
                words + " " + withUnit(cell.text(), unit));
    }

    private static String withUnit(String number, String unit) {
        return unit.isEmpty() || unit.equals("%") ? number + unit : number + " " + unit;
    }

    private static String unit(@Nullable String unit) {
        return unit == null ? "" : Units.display(unit);
    }
}
