package org.xiangpei.requirement;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.xiangpei.requirement.Vocabulary.Option;
import org.xiangpei.shared.units.Units;

/** Reads what a criterion asks of a property, by the kind of the property. */
final class PropertyDemandReader {

    private final Vocabulary vocabulary;

    PropertyDemandReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * @param ofLine whether the line names the category that defines the term
     * @throws Unreadable with the field that is wrong
     */
    Demand read(Criterion criterion, PropertyTerm term, boolean ofLine) {
        return switch (term.kind()) {
            case QUANTITY -> quantity(criterion, term, ofLine);
            case ENUM -> option(criterion, term);
            case TEXT -> new Demand.AnyOf(term.code(), oneOrMore(criterion, term, Normal::text));
            case FLAG -> new Demand.Flag(term.code(), flag(criterion, term));
        };
    }

    private Demand quantity(Criterion criterion, PropertyTerm term, boolean ofLine) {
        Range range =
                switch (criterion.operator()) {
                    case AT_LEAST -> new Range(Given.number("value", criterion.value()), null);
                    case AT_MOST -> new Range(null, Given.number("value", criterion.value()));
                    case BETWEEN -> between(criterion);
                    case EQUALS -> point(Given.number("value", criterion.value()));
                    default -> throw notFor(criterion, term, "at_least、at_most、between 或 equals");
                };
        return new Demand.Quantity(term.code(), range, unit(criterion.unit(), term, ofLine));
    }

    private static Range between(Criterion criterion) {
        var range = new Range(Given.number("value", criterion.value()), Given.number("valueMax", criterion.valueMax()));
        if (range.isEmpty()) {
            throw contradiction(criterion);
        }
        return range;
    }

    private static Range point(BigDecimal value) {
        return new Range(value, value);
    }

    /** Without a unit the property's own is meant, where there is only one. */
    private String unit(@Nullable String given, PropertyTerm term, boolean ofLine) {
        String own = Objects.requireNonNull(term.unit());
        if (given != null) {
            return fitting(given, own, term);
        }
        Set<String> all = vocabulary.named(term.code()).stream()
                .map(PropertyTerm::unit)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        if (all.size() > 1 && !ofLine) {
            throw new Unreadable("unit", "缺少 unit：各品类的 %s 单位不同（%s）".formatted(term.name(), String.join("、", all)));
        }
        return own;
    }

    private static String fitting(String given, String own, PropertyTerm term) {
        if (!Units.known(given)) {
            throw CriterionReader.unknownUnit(given);
        }
        if (!Units.compatible(given, own)) {
            throw new Unreadable("unit", "单位“%s”不能用于 %s，它的单位是 %s".formatted(given, term.name(), own));
        }
        return given;
    }

    private Demand option(Criterion criterion, PropertyTerm term) {
        noUnit(criterion, term);
        return switch (criterion.operator()) {
            case EQUALS, IS, ONE_OF ->
                new Demand.AnyOf(
                        term.code(),
                        oneOrMore(
                                criterion,
                                term,
                                value -> Normal.text(
                                        allowed("value", value, term).value())));
            case AT_LEAST -> new Demand.Rank(term.code(), rank("value", criterion.value(), term), null);
            case AT_MOST -> new Demand.Rank(term.code(), null, rank("value", criterion.value(), term));
            case BETWEEN -> ranks(criterion, term);
            default -> throw new IllegalStateException(criterion.operator() + " tests no property");
        };
    }

    private Demand ranks(Criterion criterion, PropertyTerm term) {
        int lowest = rank("value", criterion.value(), term);
        int highest = rank("valueMax", criterion.valueMax(), term);
        if (lowest > highest) {
            throw contradiction(criterion);
        }
        return new Demand.Rank(term.code(), lowest, highest);
    }

    private int rank(String field, @Nullable String given, PropertyTerm term) {
        Option option = allowed(field, Given.text(field, given), term);
        return option.rank()
                .orElseThrow(() ->
                        new Unreadable("operator", "%s 的选项没有高低之分，不能比较大小；请用 equals 或 one_of".formatted(term.name())));
    }

    private Option allowed(String field, String given, PropertyTerm term) {
        return vocabulary
                .option(term.code(), given)
                .orElseThrow(() -> new Unreadable(
                        field,
                        "%s 没有选项“%s”，可选：%s"
                                .formatted(
                                        term.name(),
                                        Given.abbreviated(given),
                                        vocabulary.optionsOf(term.code()).stream()
                                                .map(Option::value)
                                                .collect(Collectors.joining("、")))));
    }

    private static boolean flag(Criterion criterion, PropertyTerm term) {
        noUnit(criterion, term);
        if (criterion.operator() != Operator.IS && criterion.operator() != Operator.EQUALS) {
            throw notFor(criterion, term, "is");
        }
        return switch (Given.text("value", criterion.value())) {
            case "true", "是" -> true;
            case "false", "否" -> false;
            default -> throw new Unreadable("value", "%s 只能是 true 或 false".formatted(term.name()));
        };
    }

    /** The values of {@code one_of}, or the one of {@code is} and {@code equals}. */
    private static Set<String> oneOrMore(Criterion criterion, PropertyTerm term, Function<String, String> read) {
        noUnit(criterion, term);
        return switch (criterion.operator()) {
            case EQUALS, IS -> Set.of(read.apply(Given.text("value", criterion.value())));
            case ONE_OF -> {
                if (criterion.values().isEmpty()) {
                    throw new Unreadable("values", "one_of 需要 values，至少一个值");
                }
                yield criterion.values().stream()
                        .map(value -> read.apply(Given.text("values", Given.orNull(value))))
                        .collect(Collectors.toCollection(LinkedHashSet::new));
            }
            default -> throw notFor(criterion, term, "is 或 one_of");
        };
    }

    private static void noUnit(Criterion criterion, PropertyTerm term) {
        Given.nothing("unit", criterion.unit(), term.name() + " 没有单位，请去掉 unit");
    }

    private static Unreadable notFor(Criterion criterion, PropertyTerm term, String allowed) {
        return new Unreadable(
                "operator", "%s 不能用于 %s，请用 %s".formatted(criterion.operator().code(), term.name(), allowed));
    }

    private static Unreadable contradiction(Criterion criterion) {
        return new Unreadable("valueMax", "下限 %s 大于上限 %s".formatted(criterion.value(), criterion.valueMax()));
    }
}
