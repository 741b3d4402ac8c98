package org.xiangpei.insight.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.IntStream;

import io.restassured.specification.RequestSpecification;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.insight.gap.Demands;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;

/** The tables of the pages as workbooks: what their formulas make is what the API says, and they show no more than the page. */
@XiangpeiTest
class FigureTablesTest {

    private static final String YEAR = "from=2024-01-01&to=2024-12-31&asOf=2025-06-30";

    @BeforeAll
    static void ready() {
        Demands.sampleIsReady();
    }

    @Test
    void theTotalsOfTheRateAndTheOverviewAreThoseOfTheApi() throws IOException {
        var total = given().get("/api/v1/local-sourcing?" + YEAR).jsonPath();
        double spent = total.getDouble("total.awardValueRate.denominator");
        double share = total.getDouble("total.awardValueRate.value");
        try (var rate = workbook(SignedIn.as(SignedIn.OPERATOR), "/rate/tables?groupBy=category&" + YEAR)) {
            Sheet groups = rate.getSheetAt(0);
            assertThat(number(groups, "合计", "全部金额（元）")).isCloseTo(spent, within(0.005));
            assertThat(number(groups, "合计", "金额口径")).isCloseTo(share, within(1e-6));
            assertThat(number(groups, "合计", "覆盖口径"))
                    .isCloseTo(total.getDouble("total.coverageRate.value"), within(1e-6));
        }
        try (var overview = workbook(SignedIn.as(SignedIn.OPERATOR), "/overview/tables?" + YEAR)) {
            assertThat(IntStream.range(0, overview.getNumberOfSheets()).mapToObj(overview::getSheetName))
                    .containsExactly("指标", "二十四个月的走势", "三市比较", "三市采购流向", "各产业链", "口径");
            assertThat(number(overview.getSheet("指标"), "金额口径", "本期")).isCloseTo(share, within(1e-6));
            for (String sheet : new String[] {"三市比较", "各产业链"}) {
                assertThat(number(overview.getSheet(sheet), "合计", "全部金额（元）")).isCloseTo(spent, within(0.005));
            }
        }
    }

    @Test
    void whatFewRecordsTellIsHiddenInTheFileAsOnThePage() throws IOException {
        String few = "/rate/tables?groupBy=category&from=2024-01-01&to=2024-01-05";
        try (var rate = workbook(few);
                var all = workbook(SignedIn.as(SignedIn.OPERATOR), few)) {
            Sheet groups = rate.getSheetAt(0);
            assertThat(cell(groups, "金额口径", "不公开")).isTrue();
            assertThat(at(groups, "合计", "全部金额（元）")).isNull();
            assertThat(cell(rate.getSheet("三市采购流向"), "三市生产合计（元）", "不公开")).isTrue();
            assertThat(cell(all.getSheetAt(0), "金额口径", "不公开")).isFalse();
            assertThat(number(all.getSheetAt(0), "合计", "全部金额（元）")).isPositive();
        }
    }

    @Test
    void theReasonsOfAChangeAddUpToTheDifferenceOfTheTwoDays() throws IOException {
        String asked = "?from=2024-01-01&to=2024-12-31&asOfBefore=2024-06-30&asOfAfter=2025-06-30";
        var changes = SignedIn.as(SignedIn.OPERATOR)
                .get("/api/v1/local-sourcing/changes" + asked)
                .jsonPath();
        double difference = changes.getDouble("awardValueRate.difference") * 100;
        assertThat(difference).isNotZero();
        try (var workbook = workbook(SignedIn.as(SignedIn.OPERATOR), "/rate/changes/tables" + asked)) {
            assertThat(number(workbook.getSheet("两个日期"), "金额口径", "变化（百分点）")).isCloseTo(difference, within(1e-3));
            Sheet reasons = workbook.getSheet("金额口径");
            assertThat(number(reasons, "合计", "对比率的影响（百分点）")).isCloseTo(difference, within(1e-3));
            for (int i = 0; i < changes.getList("awardValueRate.parts").size(); i++) {
                String part = "awardValueRate.parts[" + i + "].";
                assertThat(number(reasons, changes.getString(part + "label"), "对比率的影响（百分点）"))
                        .isCloseTo(changes.getDouble(part + "difference") * 100, within(1e-3));
            }
        }
        String days = "from=2024-01-01&to=2024-01-05";
        String buyer = given().get("/api/v1/local-sourcing?groupBy=buyer&" + days)
                .jsonPath()
                .getString("groups.find { it.awardValueRate.hidden }.key");
        try (var few = workbook("/rate/changes/tables?" + days + "&buyer=" + buyer)) {
            assertThat(cell(few.getSheet("两个日期"), "变化（百分点）", "不公开")).isTrue();
        }
        given().accept("text/html")
                .get("/rate/changes" + asked)
                .then()
                .body(containsString("/rate/changes/tables?from=2024-01-01"));
    }

    @Test
    void gapsChainsMapAndTargetsHaveTheirFiles() throws IOException {
        try (var gaps = workbook("/gaps/tables")) {
            assertThat(cell(gaps.getSheetAt(0), "需求行", "少于 5 行")).isTrue();
            assertThat(cell(gaps.getSheetAt(0), "覆盖率可提高（百分点）", "少于 5 行")).isTrue();
        }
        long lines = given().get("/api/v1/local-sourcing").jsonPath().getLong("total.coverageRate.denominator");
        try (var chains = workbook("/chains/tables")) {
            assertThat(number(chains.getSheetAt(0), "合计", "需求行")).isEqualTo((double) lines);
        }
        try (var chain = workbook("/chains/轨道交通/tables")) {
            assertThat(chain.getSheetName(0)).isEqualTo("轨道交通");
        }
        try (var map = workbook("/map/tables?" + YEAR);
                var one = workbook("/map/tables?chain=工程机械&" + YEAR)) {
            assertThat(number(map.getSheetAt(0), "合计", "在册产品")).isGreaterThan(number(one.getSheetAt(0), "合计", "在册产品"));
        }
        try (var parks = workbook("/map/parks/tables");
                var targets = workbook("/overview/targets/tables")) {
            assertThat(number(parks.getSheetAt(0), "合计", "企业")).isPositive();
            assertThat(targets.getSheetAt(0).getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("本地配套率目标");
        }
        given().get("/rate/tables?from=2025-01-01&to=2024-01-01").then().statusCode(400);
        SignedIn.as(SignedIn.BUYER)
                .get("/overview?" + YEAR)
                .then()
                .body(allOf(containsString("/overview/tables?from=2024-01-01"), containsString("data-picture")));
    }

    private static XSSFWorkbook workbook(String path) throws IOException {
        return workbook(given(), path);
    }

    private static XSSFWorkbook workbook(RequestSpecification as, String path) throws IOException {
        byte[] file = as.get(path)
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("filename*=UTF-8''%"))
                .extract()
                .asByteArray();
        var workbook = new XSSFWorkbook(new ByteArrayInputStream(file));
        XSSFFormulaEvaluator.evaluateAllFormulaCells(workbook);
        return workbook;
    }

    private static double number(Sheet sheet, String row, String column) {
        return at(sheet, row, column).getNumericCellValue();
    }

    private static Cell at(Sheet sheet, String row, String column) {
        return rowOf(sheet, row).getCell(column(sheet, column));
    }

    private static Row rowOf(Sheet sheet, String label) {
        for (Row row : sheet) {
            if (row.getCell(0) != null && row.getCell(0).toString().equals(label)) {
                return row;
            }
        }
        throw new AssertionError("No row " + label);
    }

    /** Whether a cell of the column says so. */
    private static boolean cell(Sheet sheet, String column, String text) {
        int at = column(sheet, column);
        for (Row row : sheet) {
            if (row.getCell(at) != null && row.getCell(at).toString().equals(text)) {
                return true;
            }
        }
        return false;
    }

    private static int column(Sheet sheet, String heading) {
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.toString().equals(heading) && row.getLastCellNum() > 3) {
                    return cell.getColumnIndex();
                }
            }
        }
        throw new AssertionError("No column " + heading);
    }
}
