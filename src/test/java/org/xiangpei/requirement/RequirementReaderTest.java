package org.xiangpei.requirement;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.xiangpei.catalog.Better;
import org.xiangpei.catalog.PropertyKind;
import org.xiangpei.requirement.Vocabulary.Option;
import org.xiangpei.shared.FieldError;
import org.xiangpei.shared.RuleViolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A clause that nobody could judge is refused with its place and what would be right. */
class RequirementReaderTest {

    private static final Vocabulary VOCABULARY = new Vocabulary(
            Map.of("lift", "电梯", "cable", "电缆"),
            List.of(
                    new PropertyTerm("lift", "load", "载重量", PropertyKind.QUANTITY, "kg", Better.HIGHER, false),
                    new PropertyTerm("lift", "power", "功率", PropertyKind.QUANTITY, "kW", Better.NONE, false),
                    new PropertyTerm("cable", "power", "功率", PropertyKind.QUANTITY, "W", Better.NONE, false),
                    new PropertyTerm("cable", "length", "长度", PropertyKind.QUANTITY, "m", Better.NONE, false),
                    new PropertyTerm("lift", "ip", "防护等级", PropertyKind.ENUM, null, Better.HIGHER, false),
                    new PropertyTerm("lift", "drive", "驱动", PropertyKind.ENUM, null, Better.NONE, false),
                    new PropertyTerm("lift", "steel", "钢种", PropertyKind.TEXT, null, Better.NONE, false),
                    new PropertyTerm("lift", "roomless", "无机房", PropertyKind.FLAG, null, Better.NONE, false)),
            Map.of(
                    "ip",
                    List.of(new Option("IP44", Optional.of(1)), new Option("IP54", Optional.of(2))),
                    "drive",
                    List.of(new Option("曳引", Optional.empty()), new Option("液压", Optional.empty()))));

    @ParameterizedTest(name = "{0} {1} {2}..{3} {4}: {5} {6}")
    @CsvSource(textBlock = """
            load,     at_least,  1000,  ,     kV,     unit,     不能用于 载重量，它的单位是 kg
            load,     at_least,  1000,  ,     斗,     unit,     不认识的单位
            load,     at_least,      ,  ,     kg,     value,    缺少 value
            load,     at_least,  重,    ,     kg,     value,    不是数字
            load,     at_least,  1000kg, ,    ,       value,    单位请写在 unit 中
            load,     at_least,  1e99999, ,   kg,     value,    超出范围
            load,     between,   5,     3,    kg,     valueMax, 下限 5 大于上限 3
            load,     between,   5,     ,     kg,     valueMax, 缺少 valueMax
            load,     at_least,  5,     6,    kg,     valueMax, 只有 between
            load,     is,        5,     ,     kg,     operator, at_least、at_most、between 或 equals
            load,     ＞＝,      5,     ,     kg,     operator, delivers_within
            load,         ,      5,     ,     kg,     operator, 缺少 operator
            lode,     at_least,  5,     ,     kg,     property, load（载重量）
                ,     at_least,  5,     ,     kg,     property, 缺少 property
            ip,       at_least,  IP99,  ,     ,       value,    可选：IP44、IP54
            ip,       between,   IP54,  IP44, ,       valueMax, 大于上限
            ip,       at_least,  IP54,  ,     kg,     unit,     没有单位
            drive,    at_least,  曳引,  ,     ,       operator, 没有高低之分
            drive,    equals,    飞行,  ,     ,       value,    可选：曳引、液压
            drive,    one_of,        ,  ,     ,       values,   至少一个值
            drive,    one_of,    曳引,  ,     ,       value,    请去掉 value
            steel,    at_least,  Q345,  ,     ,       operator, is 或 one_of
            roomless, is,        也许,  ,     ,       value,    true 或 false
            roomless, at_most,   true,  ,     ,       operator, 请用 is
                ,     delivers_within, -1, ,  ,       value,    不能为负数
                ,     delivers_within, 10, ,  kg,     unit,     天或周
            load,     delivers_within, 10, ,  ,       property, 请去掉 property
                ,     holds,         ,  ,     ,       value,    缺少 value
                ,     holds,     ISO 9001, ,  kg,     unit,     没有单位
                ,     conforms_to,   ,  ,     ,       value,    缺少 value
                ,     supplies,  -5,    ,     台,     value,    不能为负数
                ,     supplies,  5,     ,     斗,     unit,     不认识的单位
                ,     price_at_most, -5, ,    ,       value,    不能为负数
                ,     price_at_most, 5, ,     美元/台, unit,    人民币
            """)
    void whatNobodyCouldJudgeIsRefused(
            @Nullable String property,
            @Nullable String operator,
            @Nullable String value,
            @Nullable String valueMax,
            @Nullable String unit,
            String field,
            String words) {
        var errors = errors(line(criterion(property, operator, value, valueMax, unit)));
        assertThat(errors).hasSize(1);
        assertThat(errors.getFirst().pointer()).isEqualTo("lines[0].criteria[0]." + field);
        assertThat(errors.getFirst().detail()).startsWith("第 1 行（R1）第 1 条：").contains(words);
    }

    @Test
    void aPropertyOfAnotherCategoryIsNoMistake() {
        assertThat(read(line(criterion("length", "at_least", "5", null, "km")))).hasSize(1);
    }

    @Test
    void withoutAUnitThePropertysOwnIsMeantWhereThereIsOne() {
        var clause = read(line(criterion("power", "at_least", "5", null, null))).getFirst();
        assertThat(clause.demand()).isInstanceOfSatisfying(Demand.Quantity.class, it -> assertThat(it.unit())
                .isEqualTo("kW"));

        var anyCategory = new StatedLine(
                "R1",
                "电机",
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(criterion("power", "at_least", "5", null, null)));
        assertThat(errors(anyCategory).getFirst().detail()).contains("缺少 unit").contains("W、kW");
    }

    @ParameterizedTest
    @CsvSource({"'1,000', 1000", "１０００, 1000", "1e3, 1000", "-5.50, -5.5", "' 7 ', 7"})
    void numbersAreReadAsPeopleWriteThem(String written, String number) {
        var clause =
                read(line(criterion("load", "at_least", written, null, "kg"))).getFirst();
        assertThat(clause.demand()).isInstanceOfSatisfying(Demand.Quantity.class, it -> assertThat(
                        it.range().low())
                .isEqualByComparingTo(number));
    }

    @Test
    void allMistakesOfALineAreReportedTogether() {
        var line = new StatedLine("", null, "x".repeat(10_001), "ship", "-1", null, null, "2027-13-01", List.of());
        assertThat(errors(line))
                .extracting(FieldError::pointer)
                .containsExactly(
                        "lines[0].ref",
                        "lines[0].category",
                        "lines[0].name",
                        "lines[0].quantity",
                        "lines[0].neededBy",
                        "lines[0].description");
    }

    @Test
    void aRefStandsForOneLine() {
        var twice = List.of(line(), line());
        assertThat(errorsOf(twice)).extracting(FieldError::pointer).containsExactly("lines[1].ref");
    }

    @Test
    void aLineThatNamesItsCategoryNeedsNoOtherName() {
        var line = new StatedLine("R1", " ", null, "lift", null, null, null, null, List.of());
        assertThat(RequirementReader.read(List.of(line), VOCABULARY)
                        .getFirst()
                        .line()
                        .name())
                .isEqualTo("电梯");
    }

    @Test
    void atMostFiveHundredLines() {
        var lines = IntStream.rangeClosed(1, 501)
                .mapToObj(number -> new StatedLine("R" + number, "电梯", null, null, null, null, null, null, List.of()))
                .toList();
        assertThat(RequirementReader.read(lines.subList(0, 500), VOCABULARY)).hasSize(500);
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> RequirementReader.read(lines, VOCABULARY))
                .withMessageContaining("500");
    }

    private static List<Clause> read(StatedLine line) {
        return RequirementReader.read(List.of(line), VOCABULARY).getFirst().clauses();
    }

    private static List<FieldError> errors(StatedLine line) {
        return errorsOf(List.of(line));
    }

    private static List<FieldError> errorsOf(List<StatedLine> lines) {
        var violation = catchThrowableOfType(RuleViolation.class, () -> RequirementReader.read(lines, VOCABULARY));
        assertThat(violation.code()).isEqualTo("bad-requirement");
        return violation.errors().stream().map(FieldError.class::cast).toList();
    }

    private static StatedLine line(StatedCriterion... criteria) {
        return new StatedLine("R1", "电梯", null, "lift", null, null, null, null, List.of(criteria));
    }

    private static StatedCriterion criterion(
            @Nullable String property,
            @Nullable String operator,
            @Nullable String value,
            @Nullable String valueMax,
            @Nullable String unit) {
        return new StatedCriterion(property, operator, value, valueMax, List.of(), unit, true);
    }
}
