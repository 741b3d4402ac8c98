package org.xiangpei.matching;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.xiangpei.requirement.Criterion;
import org.xiangpei.requirement.Operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xiangpei.matching.ClauseResult.FAIL;
import static org.xiangpei.matching.ClauseResult.PASS;
import static org.xiangpei.matching.ClauseResult.UNKNOWN;
import static org.xiangpei.matching.SampleFacts.criterion;
import static org.xiangpei.matching.SampleFacts.judge;
import static org.xiangpei.matching.SampleFacts.product;

/** The rules of design section 4, a row each. */
class ClauseJudgeTest {

    @ParameterizedTest(name = "{0} stated [{1}, {2}] {3}, asked {4} {5}..{6} {7}: {8}")
    @CsvSource(textBlock = """
            # A guarantee passes when every value does, fails when none does.
            strength, 345,  ,     MPa,  at_least, 345,  ,   MPa,  pass
            strength, 345,  ,     MPa,  at_least, 390,  ,   MPa,  unknown
            strength, 345, 345,   MPa,  at_least, 390,  ,   MPa,  fail
            strength, 345, 500,   MPa,  at_least, 390,  ,   MPa,  unknown
            strength,    , 380,   MPa,  at_least, 390,  ,   MPa,  fail
            strength,    , 390,   MPa,  at_least, 390,  ,   MPa,  unknown
            strength,    , 390,   MPa,  at_most,  400,  ,   MPa,  pass
            strength, 345,  ,     MPa,  at_most,  500,  ,   MPa,  unknown
            strength, 510,  ,     MPa,  at_most,  500,  ,   MPa,  fail
            strength, 345, 400,   MPa,  between,  300, 400, MPa,  pass
            strength, 345, 410,   MPa,  between,  300, 400, MPa,  unknown
            strength, 410, 420,   MPa,  between,  300, 400, MPa,  fail
            strength, 345, 345,   MPa,  equals,   345,  ,   MPa,  pass
            strength, 345,  ,     MPa,  equals,   345,  ,   MPa,  unknown
            strength, 346,  ,     MPa,  equals,   345,  ,   MPa,  fail
            noise,       , 65,    dB(A), at_most, 65,   ,   dB(A), pass
            noise,       , 65,    dB(A), at_most, 60,   ,   dB(A), unknown
            noise,    65, 65,     dB(A), at_most, 60,   ,   dB(A), fail
            # What can be selected passes when some stated value does.
            voltage,  8.7, 15,    kV,   at_least, 10,   ,   kV,   pass
            voltage,  8.7, 15,    kV,   at_least, 15,   ,   kV,   pass
            voltage,  8.7, 15,    kV,   at_least, 16,   ,   kV,   fail
            voltage,  8.7, 15,    kV,   equals,   10,   ,   kV,   pass
            voltage,  8.7, 15,    kV,   between,  14,  20,  kV,   pass
            voltage,  8.7, 15,    kV,   between,  16,  20,  kV,   fail
            voltage,  8.7, 15,    kV,   at_most,  8,    ,   kV,   fail
            voltage,  8.7,  ,     kV,   at_least, 10,   ,   kV,   unknown
            voltage,  8.7,  ,     kV,   at_least, 8,    ,   kV,   pass
            voltage,  8.7,  ,     kV,   at_most,  8,    ,   kV,   fail
            voltage,     , 15,    kV,   equals,   10,   ,   kV,   unknown
            voltage,     , 15,    kV,   equals,   15,   ,   kV,   pass
            # An envelope must reach as far as is asked.
            temperature, -20, 60, Cel,  at_least, 55,   ,   Cel,  pass
            temperature, -20, 60, Cel,  at_least, 65,   ,   Cel,  fail
            temperature, -20, 60, Cel,  at_most,  -10,  ,   Cel,  pass
            temperature, -20, 60, Cel,  at_most,  -25,  ,   Cel,  fail
            temperature, -20, 60, Cel,  between,  -20, 60,  Cel,  pass
            temperature, -20, 60, Cel,  between,  -25, 60,  Cel,  fail
            temperature, -20, 60, Cel,  equals,   20,   ,   Cel,  pass
            temperature, -20, 60, Cel,  equals,   70,   ,   Cel,  fail
            temperature,    , 60, Cel,  at_least, 55,   ,   Cel,  pass
            temperature,    , 60, Cel,  at_most,  0,    ,   Cel,  unknown
            temperature,    , 60, Cel,  between,  0,   50,  Cel,  unknown
            temperature,    , 60, Cel,  between,  0,   70,  Cel,  fail
            temperature, -20,   , Cel,  at_least, 50,   ,   Cel,  unknown
            temperature, -20,   , Cel,  equals,   0,    ,   Cel,  unknown
            # Units are converted, and equal within 1e-9.
            voltage,  8700, 8700, V,    equals,   8.7,  ,   kV,   pass
            strength, 10,  10,    bar,  equals,   1,    ,   MPa,  pass
            strength, 345, 345,   N/mm², at_least, 0.345, , GPa,  pass
            strength, 1.0000000001, 1.0000000001, MPa, equals, 1, , MPa, pass
            strength, 0.9999999999, , MPa, at_least, 1, ,   MPa,  pass
            strength, 1.00001, 1.00001, MPa, equals, 1, ,   MPa,  fail
            temperature, 233.15, 333.15, K, between, -40, 60, ℃,  pass
            temperature, 233.15, 333.15, K, between, -41, 60, ℃,  fail
            # A difference of temperature has no offset.
            rise,     60,  60,    Cel,  at_most,  60,   ,   K,    pass
            rise,     60,  60,    K,    at_most,  59,   ,   ℃,    fail
            life,     1.5, 1.5,   万次, at_least, 15000, ,  次,   pass
            # Nothing stated, or nothing that converts.
            strength,    ,   ,    MPa,  at_least, 1,    ,   MPa,  unknown
            strength, 345, 345,   HBW,  at_least, 1,    ,   MPa,  unknown
            """)
    void quantities(
            String property,
            @Nullable String min,
            @Nullable String max,
            String unit,
            String operator,
            String value,
            @Nullable String valueMax,
            String askedIn,
            String expected) {
        var facts = product("P").states(property, min, max, unit).facts();
        var asked = criterion(property, operator(operator), value, valueMax, askedIn);
        assertThat(judge(asked, facts).result().code()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} stated {1}, asked {2} {3}..{4}: {5}")
    @CsvSource(textBlock = """
            ip,     IP54, at_least, IP44, ,     pass
            ip,     IP54, at_least, ip54, ,     pass
            ip,     IP54, at_least, IP65, ,     fail
            ip,     IP54, at_most,  IP44, ,     fail
            ip,     IP54, between,  IP44, IP65, pass
            ip,     IP65, between,  IP44, IP54, fail
            ip,     IP65, equals,   IP54, ,     fail
            ip,     IP54, is,       ＩＰ54, ,   pass
            ip,         , at_least, IP44, ,     unknown
            ip,     IP99, at_least, IP44, ,     unknown
            colour, 红,   is,       红,   ,     pass
            colour, 红,   equals,   蓝,   ,     fail
            grade,  q345 b, is,     Q345B, ,    pass
            grade,  Q345B, is,      Q235B, ,    fail
            quiet,  true,  is,      true, ,     pass
            quiet,  false, is,      true, ,     fail
            quiet,  false, is,      false, ,    pass
            quiet,  maybe, is,      true, ,     unknown
            """)
    void optionsTextsAndFlags(
            String property,
            @Nullable String stated,
            String operator,
            String value,
            @Nullable String max,
            String expected) {
        var facts = product("P").states(property, stated).facts();
        assertThat(judge(criterion(property, operator(operator), value, max, null), facts)
                        .result()
                        .code())
                .isEqualTo(expected);
    }

    @Test
    void oneOfSeveralOptionsIsEnough() {
        var asked = new Criterion("colour", Operator.ONE_OF, null, null, List.of("蓝", "红"), null, true);
        assertThat(judge(asked, product("P").states("colour", "红").facts()).result())
                .isEqualTo(PASS);
        var onlyBlue = new Criterion("colour", Operator.ONE_OF, null, null, List.of("蓝"), null, true);
        assertThat(judge(onlyBlue, product("P").states("colour", "红").facts()).result())
                .isEqualTo(FAIL);
    }

    @Test
    void aPropertyThatIsNotStatedOrOfAnotherCategoryIsUnknown() {
        var facts = product("P").facts();
        assertThat(judge(criterion("strength", Operator.AT_LEAST, "1", null, "MPa"), facts)
                        .result())
                .isEqualTo(UNKNOWN);
        assertThat(judge(criterion("weight", Operator.AT_MOST, "1", null, "kg"), facts)
                        .result())
                .isEqualTo(UNKNOWN);
    }

    @ParameterizedTest(name = "held {0} {1}..{2}, asked {3}: {4}")
    @CsvSource(textBlock = """
            ISO 9001,      2024-01-01, 2027-01-01, ISO9001,       pass
            ISO 9001,      2024-01-01, 2027-01-01, GB/T 19001,    pass
            ISO 9001,      2024-01-01, 2027-01-01, GB∕T19001-2016, pass
            ISO 9001,      2024-01-01, 2027-01-01, iso9001:2015,  pass
            ISO 9001,      2024-01-01, 2027-01-01, 质量管理体系认证, pass
            ISO 14001,     2024-01-01, 2027-01-01, GB/T 24001,    pass
            ISO 14001,     2024-01-01, 2027-01-01, ISO 9001,      unknown
            IRIS/ISO 22163, 2024-01-01, 2027-01-01, ISO 22163,    pass
            IRIS/ISO 22163, 2024-01-01, 2027-01-01, IRIS,         pass
            IRIS/ISO 22163, 2024-01-01, 2027-01-01, ISO/TS 22163, pass
            CCC,           2024-01-01, 2027-01-01, 3C认证,        pass
            AS9100,        2024-01-01, 2027-01-01, AS 9100D,      pass
            节能产品认证,  2024-01-01, 2027-01-01, 节能产品认证证书, pass
            节能产品认证,  2024-01-01, 2027-01-01, 绿色产品认证,  unknown
            ISO 9001,      2020-01-01, 2026-11-21, ISO 9001,      fail
            ISO 9001,      2020-01-01, 2026-11-22, ISO 9001,      pass
            ISO 9001,      2026-11-22, 2029-01-01, ISO 9001,      pass
            ISO 9001,      2026-11-23, 2029-01-01, ISO 9001,      unknown
            ISO 9001,                , ,           ISO 9001,      pass
            """)
    void certificates(String type, @Nullable String from, @Nullable String until, String asked, String expected) {
        var facts = product("P").holds(type, from, until).facts();
        assertThat(judge(criterion(null, Operator.HOLDS, asked, null, null), facts)
                        .result()
                        .code())
                .isEqualTo(expected);
    }

    @Test
    void theBestOfSeveralCertificatesCounts() {
        var expiredAndValid = product("P")
                .holds("ISO 9001", "2020-01-01", "2023-01-01")
                .holds("ISO 9001", "2023-01-01", "2029-01-01")
                .holds("GB/T 19001", "2027-01-01", "2030-01-01");
        var judgement = judge(criterion(null, Operator.HOLDS, "ISO 9001", null, null), expiredAndValid.facts());
        assertThat(judgement.result()).isEqualTo(PASS);
        assertThat(judgement.evidence())
                .isEqualTo(new Evidence(Evidence.Kind.CERTIFICATE, "EX-1", "ISO 9001，有效期 自 2023-01-01 至 2029-01-01"));

        var expiredAndFuture = product("P")
                .holds("ISO 9001", "2020-01-01", "2023-01-01")
                .holds("ISO 9001", "2027-01-01", "2030-01-01");
        assertThat(judge(criterion(null, Operator.HOLDS, "ISO 9001", null, null), expiredAndFuture.facts())
                        .result())
                .isEqualTo(UNKNOWN);
    }

    @ParameterizedTest(name = "stated {0}, asked {1}: {2}")
    @CsvSource(textBlock = """
            GB/T 10058,        GB/T10058,        pass
            GB/T 10058-2023,   GB∕T 10058,       pass
            GB/T 10058-2023,   GB／T 10058—2023, pass
            GB/T 10058,        GB/T 10058-2023,  unknown
            GB/T 10058-2009,   GB/T 10058-2023,  unknown
            GB 20052,          GB/T 20052,       pass
            GB/T 7588.1,       GB/T 7588.2,      unknown
            GB/T 7588.1,       GB/T 7588,        unknown
            IEC 60502-2:2014,  IEC 60502-2,      pass
            IEC 60502-2:2014,  IEC 60502-1,      unknown
            GB 1094.1-85,      GB 1094.1-1985,   pass
            GJB 773A,          gjb773a-2000,     unknown
            GJB 773A-2000,     gjb773a,          pass
            JB/T 10205,        GB/T 10205,       unknown
            """)
    void standards(String stated, String asked, String expected) {
        var facts = product("P").meets("TSG 21", stated).facts();
        assertThat(judge(criterion(null, Operator.CONFORMS_TO, asked, null, null), facts)
                        .result()
                        .code())
                .isEqualTo(expected);
    }

    @Test
    void aStandardThatIsNotStatedIsUnknown() {
        assertThat(judge(
                                criterion(null, Operator.CONFORMS_TO, "GB/T 1", null, null),
                                product("P").facts())
                        .result())
                .isEqualTo(UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"30, ,pass", "31, ,pass", "29, ,fail", "30, 天, pass", "4, 周, fail", "5, wk, pass"})
    void deliveryTime(String value, @Nullable String unit, String expected) {
        var facts = product("P").deliversIn(30).facts();
        assertThat(judge(criterion(null, Operator.DELIVERS_WITHIN, value, null, unit), facts)
                        .result()
                        .code())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "20, 台/月, pass",
        "30, 台, pass",
        "31, 台/月, fail",
        "0.003, 万台/月, pass",
        "360, 台/年, pass",
        "361, 台/年, fail",
        "1, 套/月, unknown",
        "1, kg, unknown",
        "30, , pass",
        "31, , fail"
    })
    void monthlyCapacity(String value, @Nullable String unit, String expected) {
        var facts = product("P").supplies("30", "台/月").facts();
        assertThat(judge(criterion(null, Operator.SUPPLIES, value, null, unit), facts)
                        .result()
                        .code())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1000, 2000, 元/台, 2000, , pass",
        "1000, 2000, 元/台, 2000, 元/台, pass",
        "1000, 2000, 元/台, 0.2, 万元/台, pass",
        "1000, 2000, 元/台, 1500, , unknown",
        "1000, 2000, 元/台, 1000, , unknown",
        "1000, 2000, 元/台, 999.99, , fail",
        "1000, 2000, 元/台, 5000, 元/套, unknown",
        "1000, 2000, 元/t, 5000, 元/kg, unknown",
        "1000, 2000, 元/t, 5000, 元/吨, pass",
        "1000, 2000, 元/m2, 2000, 元/㎡, pass",
        "1000, , 元/台, 2000, , unknown",
        "1000, , 元/台, 900, , fail",
        ", 2000, 元/台, 2000, , pass",
        ", 2000, 元/台, 1999, , unknown"
    })
    void price(
            @Nullable String low,
            @Nullable String high,
            String per,
            String value,
            @Nullable String unit,
            String expected) {
        var facts = product("P").costs(low, high, per).facts();
        assertThat(judge(criterion(null, Operator.PRICE_AT_MOST, value, null, unit), facts)
                        .result()
                        .code())
                .isEqualTo(expected);
    }

    @Test
    void fieldsThatAreNotStatedAreUnknown() {
        var facts = product("P").facts();
        for (Operator operator : List.of(Operator.DELIVERS_WITHIN, Operator.SUPPLIES, Operator.PRICE_AT_MOST)) {
            var judgement = judge(criterion(null, operator, "1", null, null), facts);
            assertThat(judgement.result()).isEqualTo(UNKNOWN);
            assertThat(judgement.offered()).isEqualTo("未载明");
            assertThat(judgement.evidence().kind()).isEqualTo(Evidence.Kind.NOT_STATED);
        }
    }

    @Test
    void aJudgementIsReadable() {
        var facts = product("P")
                .states("voltage", "3500", "4000", "V")
                .states("strength", "345", null, "MPa")
                .states("quiet", "true")
                .facts();
        var between = judge(criterion("voltage", Operator.BETWEEN, "3.5", "4.0", "kV"), facts);
        assertThat(between.required()).isEqualTo("3.5～4.0 kV");
        assertThat(between.offered()).isEqualTo("3.5～4 kV");
        assertThat(between.evidence()).isEqualTo(new Evidence(Evidence.Kind.SPECIFICATION, "voltage", "3500～4000 V"));
        var atLeast = judge(criterion("strength", Operator.AT_LEAST, "300", null, "N/mm2"), facts);
        assertThat(atLeast.required()).isEqualTo("≥ 300 N/mm²");
        assertThat(atLeast.offered()).isEqualTo("≥ 345 N/mm²");
        assertThat(judge(criterion("quiet", Operator.IS, "true", null, null), facts)
                        .offered())
                .isEqualTo("是");
        assertThat(judge(criterion("noise", Operator.AT_MOST, "60", null, null), facts)
                        .required())
                .isEqualTo("≤ 60 dB(A)");
    }

    private static Operator operator(String code) {
        return Operator.valueOf(code.toUpperCase(Locale.ROOT));
    }
}
