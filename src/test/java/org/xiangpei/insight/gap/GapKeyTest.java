package org.xiangpei.insight.gap;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.xiangpei.catalog.Better;
import org.xiangpei.catalog.PropertyKind;
import org.xiangpei.requirement.CertificateType;
import org.xiangpei.requirement.Clause;
import org.xiangpei.requirement.Criterion;
import org.xiangpei.requirement.Demand;
import org.xiangpei.requirement.Operator;
import org.xiangpei.requirement.PropertyTerm;
import org.xiangpei.requirement.Range;
import org.xiangpei.requirement.StandardNumber;
import org.xiangpei.requirement.Vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

/** Which lines are one gap, as a table. */
class GapKeyTest {

    private static final Lacks LACKS = new Lacks(
            new Vocabulary(
                    Map.of("pump", "泵"),
                    List.of(
                            new PropertyTerm("pump", "voltage", "电压", PropertyKind.QUANTITY, "kV", Better.NONE, false),
                            new PropertyTerm(
                                    "pump",
                                    "medium_temperature",
                                    "介质温度",
                                    PropertyKind.QUANTITY,
                                    "Cel",
                                    Better.WIDER,
                                    false)),
                    Map.of()),
            "pump");

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "nearly as much,             8700, V,   ,     9,  kV, ,    true",
        "at the next step,           8,    kV,  ,     7.9, kV, ,   false",
        "twice as much,              4,    kV,  ,     8,  kV, ,    false",
        "the other way,              ,     kV,  9,    9,  kV, ,    false",
        "between and at least,       8,    kV,  10,   9,  kV, ,    false",
        "between around the same,    8,    kV,  10,   8.5, kV, 9,  true",
    })
    void quantitiesOfOneStepAskedTheSameWayAreAlike(
            String what,
            @Nullable BigDecimal low,
            String unit,
            @Nullable BigDecimal high,
            @Nullable BigDecimal otherLow,
            String otherUnit,
            @Nullable BigDecimal otherHigh,
            boolean alike) {
        assertThat(code(quantity("voltage", low, high, unit))
                        .equals(code(quantity("voltage", otherLow, otherHigh, otherUnit))))
                .as(what)
                .isEqualTo(alike);
    }

    @Test
    void aTemperatureInKelvinIsAsFarAsTheSameInDegrees() {
        assertThat(code(quantity("medium_temperature", new BigDecimal("383.15"), null, "K")))
                .isEqualTo(code(quantity("medium_temperature", new BigDecimal("110"), null, "Cel")));
    }

    @Test
    void theOrderOfWhatLacksDoesNotMatterAndWhatLacksDoes() {
        Clause voltage = quantity("voltage", BigDecimal.TEN, null, "kV");
        Clause iso = held("ISO 9001");
        assertThat(code(voltage, iso)).isEqualTo(code(iso, voltage)).isNotEqualTo(code(voltage));
    }

    @Test
    void certificatesAndStandardsAreAlikeHoweverTheyAreSpelt() {
        assertThat(code(held("ISO9001"))).isEqualTo(code(held("GB/T 19001"))).isNotEqualTo(code(held("ISO 14001")));
        assertThat(code(conforms("GB/T 10058-2023"))).isEqualTo(code(conforms("GB∕T10058-2023")));
        assertThat(code(conforms("GB/T 10058"))).isNotEqualTo(code(conforms("GB/T 10058-2023")));
    }

    @Test
    void optionsAreAlikeOnlyWhereTheyAreTheSame() {
        assertThat(code(option("铜", "铝"))).isEqualTo(code(option("铝", "铜"))).isNotEqualTo(code(option("铜")));
    }

    @Test
    void anotherCategoryIsAnotherGap() {
        assertThat(new GapKey("pump", List.of()).code()).isNotEqualTo(new GapKey("valve", List.of()).code());
        assertThat(new GapKey("pump", List.of()).code()).startsWith("pump-").hasSize("pump-".length() + 10);
    }

    @Test
    void labelsAreNoPartOfTheKey() {
        Lack lack = LACKS.of(held("ISO 9001"));
        assertThat(new GapKey("pump", List.of(new Lack(lack.property(), lack.cell(), "别名", "另一种说法"))).code())
                .isEqualTo(new GapKey("pump", List.of(lack)).code());
    }

    @Test
    void whatIsAskedIsSaidByItsStep() {
        assertThat(LACKS.of(quantity("voltage", new BigDecimal("8700"), null, "V")))
                .returns("不低于 8～16 kV", Lack::asked)
                .returns("名称", Lack::label);
        assertThat(LACKS.of(new Clause(
                        criterion(Operator.DELIVERS_WITHIN, "30"), new Demand.LeadTime(new BigDecimal("30")), "交货期")))
                .returns("不超过 16～32 天", Lack::asked);
    }

    private static String code(Clause... clauses) {
        return new GapKey("pump", List.of(clauses).stream().map(LACKS::of).toList()).code();
    }

    private static Clause quantity(String property, @Nullable BigDecimal low, @Nullable BigDecimal high, String unit) {
        return new Clause(
                criterion(Operator.AT_LEAST, "1"), new Demand.Quantity(property, new Range(low, high), unit), "名称");
    }

    private static Clause held(String type) {
        return new Clause(criterion(Operator.HOLDS, type), new Demand.Held(CertificateType.of(type)), "证书");
    }

    private static Clause conforms(String standard) {
        return new Clause(
                criterion(Operator.CONFORMS_TO, standard), new Demand.Conformity(StandardNumber.of(standard)), "标准");
    }

    private static Clause option(String... values) {
        return new Clause(criterion(Operator.ONE_OF, "x"), new Demand.AnyOf("material", Set.of(values)), "材质");
    }

    private static Criterion criterion(Operator operator, String value) {
        return new Criterion(null, operator, value, null, List.of(), null, true);
    }
}
