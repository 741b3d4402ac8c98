package org.xiangpei.shared.units;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class UnitsTest {

    @ParameterizedTest
    @CsvSource({
        "8700, V, 8.7, kV",
        "1, MPa, 10, bar",
        "345, N/mm2, 345, MPa",
        "2.95, t, 2950, kg",
        "3.2, m, 3200, mm",
        "90, min, 1.5, h",
        "1, kN/m2, 1, kPa",
        "60, m/min, 1, m/s",
        "36, km/h, 10, m/s",
        "10, m3/min, 600, m3/h",
        "3.6, m3/h, 1, L/s",
        "1.08, g/cm3, 1080, kg/m3",
        "1.25, MV.A, 1250, kV.A",
        "1, kW.h, 3600000, J",
        "99.9, %, 0.999, 1",
        "20, Cel, 293.15, K",
        "-40, ℃, 233.15, 开",
        "0.3, kW.h/m3, 1080, J/L",
        "2, 万台, 20000, 台",
        "12, 台/年, 1, 台/月",
        "1, 万台/月, 10000, 台/月",
        "30, ′, 0.5, deg",
        "2, ppm, 2000, ppb",
        "1, in, 25.4, mm",
        "1, 万元, 10000, 元",
        "60, r/min, 1, r/s",
        "1, W/(m2.K), 1, W/m²·℃",
    })
    void convertsExactly(BigDecimal value, String from, BigDecimal expected, String to) {
        assertThat(Units.convert(value, from, to)).isEqualByComparingTo(expected);
        assertThat(Units.compare(Units.convert(expected, to, from), value)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "千伏安, kV.A",
        "KVA, kV.A",
        "kva, kV.A",
        "kVA, kV.A",
        "千伏, kV",
        "KV, kV",
        "kv, kV",
        "°C, Cel",
        "℃, Cel",
        "度, Cel",
        "摄氏度, Cel",
        "毫米, mm",
        "MM, mm",
        "㎜, mm",
        "吨, t",
        "T, t",
        "公斤, kg",
        "KG, kg",
        "兆帕, MPa",
        "Mpa, MPa",
        "N/mm², MPa",
        "立方米每小时, m3/h",
        "立方米/小时, m3/h",
        "m³/h, m3/h",
        "㎡, m2",
        "转/分, r/min",
        "转每分钟, r/min",
        "rpm, r/min",
        "RPM, r/min",
        "r·min⁻¹, r/min",
        "dBA, dB(A)",
        "db(a), dB(A)",
        "dB（A）, dB(A)",
        "分贝, dB(A)",
        "分贝, dB",
        "kWh, kW.h",
        "KWH, kW.h",
        "千瓦时, kW.h",
        "度电, kW.h",
        "度, kW.h",
        "kW·h/m³, kW.h/m3",
        "mAh/g, mA.h/g",
        "μm, um",
        "µm, um",
        "Ω/km, Ohm/km",
        "欧/公里, Ohm/km",
        "千牛·米, kN.m",
        "kN·m, kN.m",
        "kNm, kN.m",
        "m^2, m2",
        "平方毫米, mm2",
        "％, %",
        "小时, h",
        "升/分, L/min",
    })
    void spellingsOfTheTradeMeanTheSame(String spelling, String code) {
        assertThat(Units.compatible(spelling, code)).isTrue();
        assertThat(Units.convert(BigDecimal.TEN, spelling, code)).isEqualByComparingTo("10");
    }

    @ParameterizedTest
    @CsvSource({
        "HBW, HRA",
        "HBW, 1",
        "dB(A), dB",
        "dB(A), 1",
        "ppb, mg/L",
        "台, 套",
        "台, 1",
        "台, kg",
        "kV, A",
        "Cel, m",
        "MPa, kN",
        "元/台, 台",
        "r/min, Hz",
        "台/月, 套/月"
    })
    void whatCannotBeExpressedInTheOtherIsNotCompatible(String one, String other) {
        assertThat(Units.known(one)).isTrue();
        assertThat(Units.known(other)).isTrue();
        assertThat(Units.compatible(one, other)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> Units.convert(BigDecimal.ONE, one, other));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "furlong",
                "马",
                "kg/",
                "/",
                "..",
                "(m",
                "m)",
                "()",
                "m2m",
                "mw",
                "kkg",
                "m^99",
                "😀",
                "\0",
                "\u0007m",
                "((((((((m))))))))",
                "1234567890123456789012345678901234567890123"
            })
    void nonsenseIsNotAUnit(String nonsense) {
        assertThat(Units.known(nonsense)).isFalse();
    }

    @Test
    void aDifferenceOfTemperatureHasNoOffset() {
        assertThat(Units.convertDifference(new BigDecimal("0.5"), "Cel", "K")).isEqualByComparingTo("0.5");
        assertThat(Units.convertDifference(new BigDecimal("30"), "K", "℃")).isEqualByComparingTo("30");
    }

    @Test
    void valuesWithinOneInABillionAreEqual() {
        assertThat(Units.compare(new BigDecimal("1"), new BigDecimal("1.0000000009")))
                .isZero();
        assertThat(Units.compare(new BigDecimal("1"), new BigDecimal("1.000000002")))
                .isNegative();
        assertThat(Units.compare(BigDecimal.ZERO, new BigDecimal("1e-30"))).isNegative();
        assertThat(Units.compare(new BigDecimal("1e6"), new BigDecimal("1e6"))).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "m3/h, m³/h",
        "Cel, ℃",
        "kV.A, kVA",
        "KVA, KVA",
        "千伏安, kVA",
        "MV.A, MVA",
        "um, μm",
        "Ohm/km, Ω/km",
        "W/(m2.K), W/(m²·K)",
        "kW.h/m3, kW·h/m³",
        "1, ''",
        "dB(A), dB(A)",
        "%, %",
        "mm2, mm²",
        "台/月, 台/月",
        "元/m2, 元/m²",
        "HBW, HBW",
        "K, K",
        "arcmin, ′",
        "万台, 万台"
    })
    void unitsAreShownAsReadersExpect(String unit, String shown) {
        assertThat(Units.display(unit)).isEqualTo(shown);
    }

    @Test
    void everyUnitOfTheCatalogueIsKnownAndFitsItsProperty() throws IOException {
        Set<String> unknown = new TreeSet<>();
        unitsOf("properties.csv", "unit").filter(unit -> !Units.known(unit)).forEach(unknown::add);
        unitsOf("specifications.csv", "unit").filter(unit -> !Units.known(unit)).forEach(unknown::add);
        unitsOf("products.csv", "capacity_unit")
                .filter(unit -> !Units.known(unit))
                .forEach(unknown::add);
        unitsOf("products.csv", "price_unit").filter(unit -> !Units.known(unit)).forEach(unknown::add);
        assertThat(unknown).isEmpty();

        Set<String> unitsOfProperties = new TreeSet<>();
        var canonical = rows("properties.csv").stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("property_code"),
                        Collectors.mapping(row -> row.get("unit"), Collectors.toSet())));
        for (CSVRecord row : rows("specifications.csv")) {
            String unit = row.get("unit");
            if (!unit.isEmpty()
                    && canonical.getOrDefault(row.get("property_code"), Set.of()).stream()
                            .noneMatch(own -> Units.compatible(unit, own))) {
                unitsOfProperties.add(row.get("property_code") + " " + unit);
            }
        }
        assertThat(unitsOfProperties).isEmpty();
    }

    private static Stream<String> unitsOf(String file, String column) throws IOException {
        return rows(file).stream().map(row -> row.get(column)).filter(unit -> !unit.isEmpty());
    }

    private static List<CSVRecord> rows(String file) throws IOException {
        try (var in = Files.newBufferedReader(Path.of("catalog-data", file))) {
            return CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(in)
                    .getRecords();
        }
    }
}
