package org.xiangpei.insight.overview.web;

import java.util.regex.Pattern;

import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.Sweep;
import org.xiangpei.fixtures.XiangpeiTest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

@XiangpeiTest
class OverviewPagesTest {

    private static final String YEAR = "/overview?from=2024-01-01&to=2024-12-31";

    @AfterEach
    void withoutTargets() {
        Sweep.all("rate_target");
    }

    @Test
    void theNumbersAreThoseOfTheApi() {
        String page = page(YEAR + "&asOf=2025-06-30");
        var total = given().get("/api/v1/local-sourcing?from=2024-01-01&to=2024-12-31&asOf=2025-06-30")
                .jsonPath();
        for (String number : new String[] {"awardValueRate", "lineCountRate", "coverageRate", "declaredContentRate"}) {
            assertThat(page).contains(">%.1f%%</a>".formatted(total.getDouble("total." + number + ".value") * 100));
        }
        var before = given().get("/api/v1/local-sourcing?from=2023-01-01&to=2023-12-31&asOf=2025-06-30")
                .jsonPath();
        assertThat(page).contains("去年同期（%.1f%%）".formatted(before.getDouble("total.awardValueRate.value") * 100));
    }

    @Test
    void theMoneyOfTheChainsIsThatOfTheWhole() {
        long records = Pattern.compile("<td class=\"number\">([\\d,]+)</td></tr>")
                .matcher(page(YEAR).replaceAll("(?s)^.*id=\"chains-table\"", ""))
                .results()
                .mapToLong(it -> Long.parseLong(it.group(1).replace(",", "")))
                .sum();
        long known = given().get("/api/v1/local-sourcing?from=2024-01-01&to=2024-12-31")
                .jsonPath()
                .getLong("total.awardValueRate.records");
        assertThat(records).isEqualTo(known).isPositive();
    }

    @Test
    void aCityHasItsOwnOverviewWithoutAComparisonOfCities() {
        assertThat(page(YEAR)).contains("三市比较", "/overview?buyerCity=430200&amp;from=2024-01-01");
        assertThat(page(YEAR + "&buyerCity=430200"))
                .contains("<h1>株洲本地配套总览</h1>")
                .doesNotContain("三市比较");
    }

    @Test
    void aPeriodWithoutRecordsHasNoRateAndNothingToCompareWith() {
        assertThat(page("/overview?from=2001-01-01&to=2001-12-31"))
                .contains("无可比", "这个范围内没有记录", "<p class=\"tile-value\"><a href=\"/rate?from=2001-01-01");
    }

    @Test
    void aBureauSetsItsTargetAndEverybodySeesHowFarItIs() {
        set(SignedIn.ZHUZHOU, "430200", "2024", "99.5", "联席会议纪要").then().statusCode(303);
        assertThat(page(YEAR + "&buyerCity=430200"))
                .contains("2024 年目标 <strong>99.5%</strong>", "还差", "data-value=\"99.5\"");
        assertThat(page(YEAR)).contains("2024 年没有设定目标");
        assertThat(page(YEAR + "&buyerCity=430200&asOf=2025-12-31")).contains("2024 年没有设定目标");
        assertThat(page("/overview/targets")).contains("联席会议纪要", "99.5%");
    }

    @Test
    void aTargetThatIsTakenBackIsNoneAndStaysInTheHistory() {
        set(SignedIn.CHANGSHA, "", "2024", "45.5", "纪要第三条").then().statusCode(303);
        set(SignedIn.XIANGTAN, "", "2024", "", "纪要第四条").then().statusCode(303);
        assertThat(page(YEAR)).contains("2024 年没有设定目标");
        assertThat(page("/overview/targets")).contains("45.5%", "撤销", "纪要第四条");
    }

    @ParameterizedTest
    @CsvSource({
        "430100, 2026, 40, 依据, 只能设定本市的目标",
        "430200, 26, 40, 依据, 年份 26 有误",
        "430200, 1999, 40, 依据, 年份 1999 有误",
        "430200, 2026, 0, 依据, 目标 0 有误",
        "430200, 2026, 101, 依据, 目标 101 有误",
        "430200, 2026, 40.55, 依据, 目标 40.55 有误",
        "430200, 2026, 四十, 依据, 目标 四十 有误",
        "430200, 2026, 40, '', 请写明依据",
        "440100, 2026, 40, 依据, 范围 440100 有误",
    })
    void aTargetThatCannotBeIsRefusedAndKeptInTheForm(
            String place, String year, String percent, String reason, String says) {
        assertThat(set(SignedIn.ZHUZHOU, place, year, percent, reason)
                        .then()
                        .statusCode(422)
                        .extract()
                        .asString())
                .contains(says, "value=\"" + year + "\"", "value=\"" + percent + "\"");
        assertThat(page("/overview/targets")).contains("还没有设定过目标");
    }

    @Test
    void onlyBureausSetTargets() {
        set(SignedIn.BUYER, "", "2026", "40", "依据").then().statusCode(403);
        assertThat(page("/overview/targets")).doesNotContain("<h2 id=\"new-title\">");
    }

    private static Response set(String login, String place, String year, String percent, String reason) {
        return SignedIn.as(login)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("place", place)
                .formParam("year", year)
                .formParam("percent", percent)
                .formParam("reason", reason)
                .post("/overview/targets");
    }

    private static String page(String path) {
        return given().accept("text/html")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
