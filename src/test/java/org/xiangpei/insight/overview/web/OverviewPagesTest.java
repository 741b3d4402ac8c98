package org.xiangpei.insight.overview.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.Sweep;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.shared.web.Figures;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

@XiangpeiTest
class OverviewPagesTest {

    private static final String YEAR = "/overview?from=2024-01-01&to=2024-12-31";

    @Inject
    Session session;

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
        assertThat(page)
                .containsPattern("去年同期（<a href=\"[^\"]*\">%.1f%%</a>）"
                        .formatted(before.getDouble("total.awardValueRate.value") * 100));
    }

    /** The page, the API and the rows, counted here once more, say the same. */
    @ParameterizedTest
    @ValueSource(
            strings = {"", "&buyerKind=public_body", "&buyerKind=manufacturer&buyerCity=430200", "&buyerKind=unknown"})
    void aFigureOnThePageIsThatOfTheApiAndOfTheRows(String filter) {
        Object[] row = counted(filter);
        String asked = "from=2024-01-01&to=2024-12-31&asOf=2025-06-30" + filter;
        var rate = given().get("/api/v1/local-sourcing?" + asked).jsonPath();
        assertThat(new BigDecimal(rate.getString("total.awardValueRate.numerator")))
                .isEqualByComparingTo((BigDecimal) row[0]);
        assertThat(new BigDecimal(rate.getString("total.awardValueRate.denominator")))
                .isEqualByComparingTo((BigDecimal) row[1]);
        assertThat(rate.getLong("total.lineCountRate.records")).isEqualTo(row[2]);
        assertThat(new BigDecimal(rate.getString("total.lineCountRate.numerator")))
                .isEqualByComparingTo(BigDecimal.valueOf((long) row[3]));
        String shown = (long) row[2] == 0
                ? "—"
                : "%.1f%%".formatted(((BigDecimal) row[0]).doubleValue() / ((BigDecimal) row[1]).doubleValue() * 100);
        assertThat(page("/overview?" + asked).replaceAll("(?s)^.*?class=\"tile-value\"", ""))
                .contains(
                        ">" + shown + "</a>", Figures.money((BigDecimal) row[1]), Figures.number((long) row[2]) + " 条");
    }

    private Object[] counted(String filter) {
        return QuarkusTransaction.requiringNew().call(() -> session.createNativeQuery("""
            select coalesce(sum(amount) filter (where production_region ~ '^430[123]'), 0), coalesce(sum(amount), 0), count(*),
                count(*) filter (where production_region ~ '^430[123]')
            from purchase_record purchase
            where purchased_on between '2024-01-01' and '2024-12-31' and recorded_at < '2025-07-01 00:00+08' and amount > 0
                and not exists (select from purchase_record later
                    where later.supersedes = purchase.code and later.recorded_at < '2025-07-01 00:00+08')
                and (:kind = '' or coalesce(lower(buyer_kind), 'unknown') = :kind) and (:city = '' or buyer_city = :city)""", Object[].class)
                .setParameter("kind", value(filter, "buyerKind"))
                .setParameter("city", value(filter, "buyerCity"))
                .getSingleResult());
    }

    private static String value(String filter, String name) {
        var found = Pattern.compile(name + "=(\\w+)").matcher(filter);
        return found.find() ? found.group(1) : "";
    }

    @Test
    void theKindOfBuyersStaysInTheAddressesThatLeadOn() {
        assertThat(page(YEAR + "&buyerKind=public_body"))
                .contains(
                        "<option value=\"public_body\" selected>公共机构</option>",
                        "/overview?buyerCity=430200&amp;buyerKind=public_body",
                        "/rate?buyerKind=public_body&amp;from=2024-01-01",
                        "/rate/changes?buyerKind=public_body");
        assertThat(page("/rate?groupBy=buyerKind&buyerCity=430100")).contains("按采购方类型", ">公共机构</a></th>");
    }

    /** Whoever has an address with the name that a chain had gets the chain that it is now. */
    @Test
    void aChainThatWasRenamedIsFoundByItsFormerName() {
        QuarkusTransaction.requiringNew().run(() -> session.createNativeMutationQuery(
                        "insert into known_chain_name (chain, category_code) values ('垂直运输', 'elevator') on conflict"
                                + " do nothing")
                .executeUpdate());
        try {
            String chain = given().get("/api/v1/local-sourcing?groupBy=chain&category=elevator")
                    .jsonPath()
                    .getString("groups[0].key");
            for (String path : List.of("/overview", "/rate", "/rate/changes")) {
                assertThat(page(path + "?chain=垂直运输"))
                        .contains("<option value=\"%1$s\" selected>%1$s</option>".formatted(chain));
            }
        } finally {
            QuarkusTransaction.requiringNew()
                    .run(() -> session.createNativeMutationQuery("delete from known_chain_name where chain = '垂直运输'")
                            .executeUpdate());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "from=2025-06-01&to=2025-01-01, 400, 晚于",
        "from=2999-01-01, 400, 晚于",
        "asOf=2999-01-01, 400, 晚于今天",
        "from=2025-02-30, 400, 真实存在的日期",
        "buyerKind=army, 400, public_body",
        "from=2990-01-01&to=2990-12-31, 200, 无可比",
        "from=1900-01-01&to=2999-12-31, 200, 金额口径",
        "from=2024-05-06&to=2024-05-06&buyerCity=430300, 200, 金额口径",
        "buyerKind=unknown&from=2022-01-01&to=2022-12-31, 200, 这个范围内没有记录",
    })
    void aQuestionThatCannotBeIsRefusedAndOneWithoutFactsHasNoRate(String query, int status, String says) {
        for (String path : List.of("/overview", "/rate")) {
            String page = given().accept("text/html")
                    .get(path + "?" + query)
                    .then()
                    .statusCode(status)
                    .extract()
                    .asString();
            assertThat(page).doesNotContain("NaN", "Infinity");
            if (path.equals("/overview") || status == 400) {
                assertThat(page).contains(says);
            }
        }
    }

    @Test
    void theMoneyOfTheChainsIsThatOfTheWhole() {
        long records = Pattern.compile("<td class=\"number\"><a [^>]*>([\\d,]+)</a></td></tr>")
                .matcher(page(YEAR).replaceAll("(?s)^.*id=\"chains-table\"", ""))
                .results()
                .mapToLong(it -> Long.parseLong(it.group(1).replace(",", "")))
                .sum();
        long known = given().get("/api/v1/local-sourcing?from=2024-01-01&to=2024-12-31")
                .jsonPath()
                .getLong("total.awardValueRate.records");
        assertThat(records).isEqualTo(known).isPositive();
    }

    /** On a day of one purchase the public gets no number, no point of a chart and no error; who reads it gets all. */
    @Test
    void whatFewRecordsTellIsHiddenFromWhoCannotReadThem() {
        String day = QuarkusTransaction.requiringNew()
                .call(() -> session.createNativeQuery("""
                        select cast(min(day) as text) from (select purchased_on as day from purchase_record
                            where buyer_city = '430200' and purchased_on >= '2024-01-01' and amount > 0
                            group by purchased_on having count(*) = 1) single""", String.class).getSingleResult());
        String asked = "from=" + day + "&to=" + day + "&buyerCity=430200&groupBy=chain";
        var hidden = Pattern.compile("(tile-value\">(<a [^>]*>)?|data-value=\"\">)不公开");
        for (String path : List.of("/overview?", "/rate?")) {
            assertThat(page(path + asked))
                    .containsPattern("tile-value\">(<a [^>]*>)?不公开")
                    .containsPattern("data-value=\"\">不公开")
                    .doesNotContain("NaN");
            assertThat(SignedIn.as(SignedIn.OPERATOR)
                            .accept("text/html")
                            .get(path + asked)
                            .asString())
                    .doesNotContainPattern(hidden);
        }
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
