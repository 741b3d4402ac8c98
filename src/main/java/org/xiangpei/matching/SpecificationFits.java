package org.xiangpei.matching;

import java.util.Optional;
import java.util.Set;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Property;
import org.xiangpei.requirement.Demand;
import org.xiangpei.requirement.Normal;
import org.xiangpei.requirement.PropertyTerm;
import org.xiangpei.requirement.Range;
import org.xiangpei.search.AskedSpecification;
import org.xiangpei.search.Fit;
import org.xiangpei.search.IndexedProperty;
import org.xiangpei.search.SpecificationJudge;
import org.xiangpei.search.StatedSpecification;
import org.xiangpei.shared.units.Units;

/** The clause judge, for what a search asks. */
@Singleton
public class SpecificationFits implements SpecificationJudge {

    @Override
    public Fit judge(AskedSpecification asked, @Nullable StatedSpecification stated) {
        if (stated == null) {
            return Fit.UNKNOWN;
        }
        Statement statement = statement(asked.property(), stated);
        if (ClauseJudge.judge(exactly(asked), statement) == ClauseResult.PASS) {
            return Fit.EXACT;
        }
        return switch (ClauseJudge.judge(atLeast(asked), statement)) {
            case PASS -> Fit.MEETS;
            case UNKNOWN -> Fit.UNKNOWN;
            case FAIL -> Fit.FAILS;
        };
    }

    @Override
    public String text(AskedSpecification asked) {
        String option = asked.option();
        return option == null ? RangeText.range(range(asked), unit(asked)) : option;
    }

    @Override
    public String text(AskedSpecification asked, @Nullable StatedSpecification stated) {
        if (stated == null) {
            return "";
        }
        Statement statement = statement(asked.property(), stated);
        String value = statement.value();
        if (value != null || statement.isEmpty()) {
            return value == null ? "" : value;
        }
        String own = stated.unit() == null ? "" : stated.unit();
        return asked.unit() != null && Units.compatible(own, asked.unit())
                ? RangeText.range(
                        statement
                                .stated()
                                .convert(own, asked.unit(), statement.term().temperatureDifference()),
                        asked.unit())
                : RangeText.range(statement.stated(), own);
    }

    /** Of several numbers none is the very one. */
    private static Demand.OnProperty exactly(AskedSpecification asked) {
        Range range = range(asked);
        var end = range.low() == null ? range.high() : range.low();
        return asked.option() == null && (range.low() == null || range.high() == null || range.isPoint())
                ? new Demand.Quantity(asked.property().code(), new Range(end, end), unit(asked))
                : atLeast(asked);
    }

    private static Demand.OnProperty atLeast(AskedSpecification asked) {
        IndexedProperty property = asked.property();
        String option = asked.option();
        if (option == null) {
            return new Demand.Quantity(property.code(), range(asked), unit(asked));
        }
        Integer rank = rank(property, option).orElse(null);
        return switch (property.better()) {
            case HIGHER -> new Demand.Rank(property.code(), rank, null);
            case LOWER -> new Demand.Rank(property.code(), null, rank);
            case NONE, WIDER -> new Demand.AnyOf(property.code(), Set.of(Normal.text(option)));
        };
    }

    private static Statement statement(IndexedProperty property, StatedSpecification stated) {
        PropertyTerm term = PropertyTerm.of(
                new Property.Key(property.category(), property.code()),
                new Property.Details(
                        property.name(),
                        property.aliases(),
                        property.kind(),
                        property.unit(),
                        property.better(),
                        false,
                        1));
        String value = stated.value();
        return value == null
                ? Statement.ofQuantity(term, new Range(stated.min(), stated.max()), stated.unit())
                : Statement.ofValue(term, value, rank(property, value));
    }

    private static Optional<Integer> rank(IndexedProperty property, String value) {
        return property.options().stream()
                .filter(option -> Normal.text(option.value()).equals(Normal.text(value)))
                .findFirst()
                .map(IndexedProperty.Option::rank);
    }

    private static Range range(AskedSpecification asked) {
        return new Range(asked.low(), asked.high());
    }

    private static String unit(AskedSpecification asked) {
        return asked.unit() == null ? "1" : asked.unit();
    }
}
