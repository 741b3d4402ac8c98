package org.xiangpei.requirement;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.Labels;
import org.xiangpei.shared.units.Units;

/** Reads one criterion of a line, or says which field of it makes no sense and what would. */
final class CriterionReader {

    private final Vocabulary vocabulary;
    private final PropertyDemandReader properties;

    CriterionReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.properties = new PropertyDemandReader(vocabulary);
    }

    /**
     * @param category the category of the line, null where it names none
     * @param lineUnit what the line is counted in
     * @throws Unreadable with the field that is wrong
     */
    Clause read(StatedCriterion stated, @Nullable String category, @Nullable String lineUnit) {
        Operator operator = operator(stated.operator());
        refuseWhatIsNotRead(operator, stated);
        var criterion = new Criterion(
                stated.property(),
                operator,
                stated.value(),
                stated.valueMax(),
                stated.values(),
                stated.unit(),
                stated.mandatory(),
                weight(stated.weight()));
        if (!operator.needsProperty()) {
            Given.nothing("property", stated.property(), operator.code() + " 不针对参数，请去掉 property");
            return new Clause(criterion, field(operator, criterion, lineUnit), Labels.of("clause", operator.code()));
        }
        PropertyTerm term = term(Given.text("property", stated.property()), category);
        return new Clause(
                criterion, properties.read(criterion, term, term.category().equals(category)), term.name());
    }

    private static Operator operator(@Nullable String code) {
        String given = Given.text("operator", code);
        return Arrays.stream(Operator.values())
                .filter(operator -> operator.code().equals(given))
                .findFirst()
                .orElseThrow(() -> new Unreadable(
                        "operator",
                        "不认识的比较方式“%s”，可用：%s"
                                .formatted(
                                        Given.abbreviated(given),
                                        Arrays.stream(Operator.values())
                                                .map(Operator::code)
                                                .collect(Collectors.joining("、")))));
    }

    private static int weight(@Nullable String given) {
        if (given == null) {
            return Criterion.LEAST_WEIGHT;
        }
        BigDecimal number = Given.number("weight", given);
        boolean within = number.compareTo(BigDecimal.valueOf(Criterion.LEAST_WEIGHT)) >= 0
                && number.compareTo(BigDecimal.valueOf(Criterion.MOST_WEIGHT)) <= 0;
        if (!within || number.stripTrailingZeros().scale() > 0) {
            throw new Unreadable(
                    "weight",
                    "weight 应为 %d 到 %d 的整数，现为 %s"
                            .formatted(Criterion.LEAST_WEIGHT, Criterion.MOST_WEIGHT, number.toPlainString()));
        }
        return number.intValueExact();
    }

    /** What a criterion carries and nobody reads is a misunderstanding: better said than ignored. */
    private static void refuseWhatIsNotRead(Operator operator, StatedCriterion stated) {
        if (operator != Operator.BETWEEN) {
            Given.nothing("valueMax", stated.valueMax(), "只有 between 使用 valueMax");
        }
        if (operator == Operator.ONE_OF) {
            Given.nothing("value", stated.value(), "one_of 使用 values，请去掉 value");
        } else {
            Given.nothing("values", stated.values(), "只有 one_of 使用 values");
        }
    }

    private static Demand field(Operator operator, Criterion criterion, @Nullable String lineUnit) {
        return switch (operator) {
            case HOLDS -> new Demand.Held(CertificateType.of(named(criterion)));
            case CONFORMS_TO -> new Demand.Conformity(StandardNumber.of(named(criterion)));
            case DELIVERS_WITHIN -> new Demand.LeadTime(days(criterion));
            case SUPPLIES ->
                new Demand.Supply(
                        Given.notNegative("value", criterion.value()), supplyUnit(criterion.unit(), lineUnit));
            case PRICE_AT_MOST -> price(criterion);
            default -> throw new IllegalStateException(operator + " tests a property");
        };
    }

    private static String named(Criterion criterion) {
        Given.nothing("unit", criterion.unit(), criterion.operator().code() + " 没有单位，请去掉 unit");
        return Given.text("value", criterion.value());
    }

    private static BigDecimal days(Criterion criterion) {
        BigDecimal number = Given.notNegative("value", criterion.value());
        if (criterion.unit() == null) {
            return number;
        }
        if (!Units.compatible(criterion.unit(), "d")) {
            throw new Unreadable("unit", "交货期的单位应为天或周，不能是“%s”".formatted(Given.abbreviated(criterion.unit())));
        }
        return Units.convert(number, criterion.unit(), "d");
    }

    /** A count alone is a month's worth. Without a unit the goods are counted as the line counts them. */
    private static @Nullable String supplyUnit(@Nullable String unit, @Nullable String lineUnit) {
        if (unit == null) {
            return lineUnit == null || !Units.known(lineUnit) ? null : lineUnit + "/mo";
        }
        if (!Units.known(unit)) {
            throw unknownUnit(unit);
        }
        return isPerTime(unit) ? unit : unit + "/mo";
    }

    private static boolean isPerTime(String unit) {
        int slash = Math.max(unit.lastIndexOf('/'), unit.lastIndexOf('每'));
        return slash >= 0 && Units.compatible(unit.substring(slash + 1), "d");
    }

    private static Demand price(Criterion criterion) {
        BigDecimal amount = Given.notNegative("value", criterion.value());
        String given = criterion.unit();
        if (given == null) {
            return new Demand.Price(amount, null);
        }
        PriceUnit unit = PriceUnit.of(given)
                .orElseThrow(() ->
                        new Unreadable("unit", "价格单位应为人民币，如 元/台、万元/套，不能是“%s”".formatted(Given.abbreviated(given))));
        return new Demand.Price(amount.multiply(unit.yuan()), unit.per());
    }

    private PropertyTerm term(String property, @Nullable String category) {
        return Optional.ofNullable(category)
                .flatMap(code -> vocabulary.term(code, property))
                .or(() -> vocabulary.named(property).stream().findFirst())
                .orElseThrow(() -> new Unreadable("property", unknownProperty(property, category)));
    }

    private String unknownProperty(String property, @Nullable String category) {
        List<PropertyTerm> known = category == null ? List.of() : vocabulary.ofCategory(category);
        String hint = known.isEmpty()
                ? ""
                : "；该品类的参数有："
                        + known.stream()
                                .map(term -> "%s（%s）".formatted(term.code(), term.name()))
                                .collect(Collectors.joining("、"));
        return "不存在参数“%s”%s".formatted(Given.abbreviated(property), hint);
    }

    static Unreadable unknownUnit(String unit) {
        return new Unreadable("unit", "不认识的单位“%s”".formatted(Given.abbreviated(unit)));
    }
}
