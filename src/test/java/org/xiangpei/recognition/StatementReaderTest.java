package org.xiangpei.recognition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.xiangpei.catalog.Better;
import org.xiangpei.catalog.Property;
import org.xiangpei.catalog.PropertyKind;
import org.xiangpei.recognition.CategoryForm.Field;
import org.xiangpei.recognition.CategoryForm.Seen;
import org.xiangpei.recognition.Finding.Weight;
import org.xiangpei.recognition.Statement.Stated;
import org.xiangpei.recognition.Statement.StatedCertificate;
import org.xiangpei.recognition.Statement.StatedGround;
import org.xiangpei.recognition.Statement.Supply;

import static org.assertj.core.api.Assertions.assertThat;

/** The check list: what is wrong, missing, doubtful or not stated. */
class StatementReaderTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    private static final CategoryForm FORM = new CategoryForm(
            "pump",
            "泵",
            "装备",
            List.of(
                    field("pressure", "工作压力", PropertyKind.QUANTITY, "MPa", new Seen(of("2"), of("31.5"))),
                    field("temperature", "工作温度", PropertyKind.QUANTITY, "Cel", null),
                    field("efficiency", "效率", PropertyKind.QUANTITY, "%", null),
                    field("mounting", "安装方式", PropertyKind.ENUM, null, null),
                    field("sealed", "密封", PropertyKind.FLAG, null, null)));

    private static Field field(
            String code, String name, PropertyKind kind, @Nullable String unit, @Nullable Seen seen) {
        var details = new Property.Details(name, List.of(), kind, unit, Better.NONE, false, 1);
        List<String> options = kind == PropertyKind.ENUM ? List.of("卧式", "立式") : List.of();
        return new Field(code, details, options, Optional.ofNullable(seen));
    }

    private static BigDecimal of(String number) {
        return new BigDecimal(number);
    }

    /** Nothing wrong, nothing missing. */
    static Statement complete() {
        return new Statement(
                "pump",
                "柱塞泵",
                "A10",
                "工程机械用轴向柱塞泵。",
                Map.of(
                        "pressure", quantity("16", "31.5", "MPa"),
                        "temperature", quantity("-20", "80", "Cel"),
                        "efficiency", quantity("92", "", "%"),
                        "mounting", value("卧式"),
                        "sealed", value("true")),
                "JB/T 7043、GB/T 7935",
                List.of(new StatedCertificate("型式试验报告", "T-1", "某检测院", "2025-01-01", "2028-01-01", "file")),
                new Supply("300", "台/月", "30", "1", "5000", "8000", "元/台"),
                "长沙市两型产品目录（2025）",
                Map.of("innovation", new StatedGround("发明专利两项。", "")));
    }

    private static Stated quantity(String min, String max, String unit) {
        return new Stated(min, max, "", unit, false);
    }

    private static Stated value(String value) {
        return new Stated("", "", value, "", false);
    }

    private static Statement with(String property, Stated stated) {
        Map<String, Stated> all = new HashMap<>(complete().specifications());
        all.put(property, stated);
        return complete().withSpecifications(all);
    }

    private static Reading read(Statement statement) {
        return StatementReader.read(statement, FORM, TODAY);
    }

    private static void says(Statement statement, Weight weight, String field, String detail) {
        assertThat(read(statement).of(weight)).anySatisfy(it -> {
            assertThat(it.field()).isEqualTo(field);
            assertThat(it.detail()).contains(detail);
        });
        assertThat(read(statement).isSendable()).isEqualTo(weight == Weight.WARNING || weight == Weight.UNKNOWN);
    }

    @Test
    void aCompleteStatementIsReadAsValues() {
        Reading reading = read(complete());
        assertThat(reading.findings()).isEmpty();
        StatedProduct product = reading.product();
        assertThat(product.standards()).containsExactly("JB/T 7043", "GB/T 7935");
        assertThat(product.grounds()).containsExactly("科技创新");
        assertThat(product.specifications().get("pressure")).satisfies(it -> {
            assertThat(it.min()).isEqualByComparingTo("16");
            assertThat(it.max()).isEqualByComparingTo("31.5");
        });
        assertThat(product.priceUnit()).isEqualTo("元/台");
    }

    @Test
    void everyPropertyIsAskedForAndUnknownIsAnAnswer() {
        says(with("pressure", Stated.NOTHING), Weight.MISSING, "spec-pressure", "勾选“不详”");
        Statement unknown = with("pressure", new Stated("", "", "", "", true));
        says(unknown, Weight.UNKNOWN, "spec-pressure", "不详");
        assertThat(read(unknown).product().specifications()).doesNotContainKey("pressure");
    }

    @Test
    void aValueAndUnknownContradictEachOther() {
        says(with("pressure", new Stated("16", "", "", "MPa", true)), Weight.ERROR, "spec-pressure", "请只留一样");
    }

    @ParameterizedTest
    @CsvSource({
        "40, 16, MPa, 最小值 40 大于最大值 16",
        "16, , kg, 不能用于这项参数",
        "16, , 帕斯卡尔, 不认识单位",
        "很大, , MPa, 应为数字",
        "1e99, , MPa, 数字过长"
    })
    void contradictoryQuantitiesAreErrors(@Nullable String min, @Nullable String max, String unit, String said) {
        says(
                with("pressure", quantity(min == null ? "" : min, max == null ? "" : max, unit)),
                Weight.ERROR,
                "spec-pressure",
                said);
    }

    @Test
    void anEmptyUnitIsThatOfTheProperty() {
        assertThat(read(with("pressure", quantity("16", "", ""))).product().specifications())
                .extractingByKey("pressure")
                .satisfies(it -> assertThat(it.unit()).isEqualTo("MPa"));
    }

    @ParameterizedTest
    @CsvSource({
        "temperature, -300, Cel, 绝对零度",
        "temperature, -5, K, 绝对零度",
        "efficiency, 130, %, 超过 100%",
        "pressure, -3, MPa, 是负数",
        "pressure, 500, MPa, 相差十倍以上",
        // Bar for MPa is right: 200 bar are 20 MPa. Pascal for MPa is not.
        "pressure, 16, Pa, 相差十倍以上"
    })
    void valuesOutsideOfPhysicalSenseAreWarnings(String property, String min, String unit, String said) {
        says(with(property, quantity(min, "", unit)), Weight.WARNING, "spec-" + property, said);
    }

    @Test
    void anotherUnitOfTheSameSizeIsNoDoubt() {
        assertThat(read(with("pressure", quantity("160", "315", "bar"))).findings())
                .isEmpty();
        assertThat(read(with("temperature", quantity("-40", "", "Cel"))).findings())
                .isEmpty();
    }

    @Test
    void choicesAreThoseOfTheCategory() {
        says(with("mounting", value("斜式")), Weight.ERROR, "spec-mounting", "卧式、立式");
        says(with("sealed", value("大概")), Weight.ERROR, "spec-sealed", "应选“是”或“否”");
    }

    @ParameterizedTest
    @CsvSource({
        "2020-01-01, 2025-01-01, ERROR, 已于 2025-01-01 过期",
        "2026-01-01, 2025-01-01, ERROR, 早于有效期起",
        "2026-13-01, 2027-01-01, ERROR, 没有这一天",
        "2027-01-01, 2028-01-01, WARNING, 起才有效",
        "2025-01-01, '', UNKNOWN, 没有填写有效期止"
    })
    void certificatesAreValidToday(String from, String until, Weight weight, String said) {
        says(
                complete().withCertificates(List.of(new StatedCertificate("CCC", "1", "某院", from, until, "file"))),
                weight,
                "certificates",
                said);
    }

    @Test
    void aCertificateThatEndsTodayStillCounts() {
        assertThat(read(complete()
                                .withCertificates(
                                        List.of(new StatedCertificate("CCC", "1", "某院", "", "2026-11-28", "f"))))
                        .findings())
                .isEmpty();
    }

    @Test
    void aCertificateNeedsItsPaper() {
        says(
                complete()
                        .withCertificates(
                                List.of(new StatedCertificate("CCC", "1", "某院", "2025-01-01", "2028-01-01", ""))),
                Weight.MISSING,
                "certificates",
                "请上传");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 台/月, 30, 1, 5000, 8000, 元/台, monthlyCapacity, 应大于 0",
        "3, 台, 30, 1, 5000, 8000, 元/台, capacityUnit, 台/月",
        "3, 台/月, 9999, 1, 5000, 8000, 元/台, leadTimeDays, 0 到 3650",
        "3, 台/月, 3.5, 1, 5000, 8000, 元/台, leadTimeDays, 整数",
        "3, 台/月, 30, -1, 5000, 8000, 元/台, minOrderQuantity, 应大于 0",
        "3, 台/月, 30, 1, 8000, 5000, 元/台, priceHigh, 低于最低价",
        "3, 台/月, 30, 1, 5000.123, 8000, 元/台, priceLow, 最多两位小数",
        "3, 台/月, 30, 1, 5000, 8000, 台, priceUnit, 元/台"
    })
    void contradictorySupplyIsWrong(
            String capacity,
            String capacityUnit,
            String leadTime,
            String least,
            String low,
            String high,
            String priceUnit,
            String field,
            String said) {
        var supply = new Supply(capacity, capacityUnit, leadTime, least, low, high, priceUnit);
        says(complete().withSupply(supply), Weight.ERROR, field, said);
    }

    @Test
    void whatIsNotStatedOfSupplyIsNamed() {
        Reading reading = read(complete().withSupply(Supply.NOTHING));
        assertThat(reading.isSendable()).isTrue();
        assertThat(reading.of(Weight.UNKNOWN).stream().map(Finding::field))
                .containsExactly("monthlyCapacity", "leadTimeDays", "minOrderQuantity", "priceLow");
    }

    @Test
    void aGroundNeedsItsEvidence() {
        says(
                complete().withGrounds("", Map.of("green", new StatedGround("", ""))),
                Weight.MISSING,
                "ground-green",
                "请写明依据");
        says(complete().withGrounds("", Map.of()), Weight.MISSING, "grounds", "至少选一项");
    }

    @Test
    void whatIsNoNumberOfAStandardIsDoubted() {
        says(complete().withStandards("企业内部要求"), Weight.WARNING, "standards", "不像标准编号");
        assertThat(read(complete().withStandards("Q/ABC 001\nT/CCMI 12-2020；GB 7588.1-2020"))
                        .findings())
                .isEmpty();
        says(complete().withStandards(" "), Weight.MISSING, "standards", "请填写");
    }

    @Test
    void nothingTypedIsMuchMissing() {
        Reading reading = read(Statement.of("pump"));
        assertThat(reading.isSendable()).isFalse();
        assertThat(reading.of(Weight.ERROR)).isEmpty();
        assertThat(reading.of(Weight.MISSING).stream().map(Finding::field))
                .contains("name", "description", "standards", "grounds", "spec-pressure", "spec-sealed");
    }
}
