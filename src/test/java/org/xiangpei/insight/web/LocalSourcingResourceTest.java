package org.xiangpei.insight.web;

import java.util.List;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.XiangpeiTest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

@XiangpeiTest
class LocalSourcingResourceTest {

    @Test
    void fourNumbersOfTheSampleWithWhatTheyRestOn() {
        var total = given().get("/api/v1/local-sourcing?from=2022-01-01&to=2025-12-31&groupBy=year")
                .then()
                .statusCode(200)
                .body("from", equalTo("2022-01-01"))
                .body("to", equalTo("2025-12-31"))
                .body("groupBy", equalTo("year"))
                .body("provenance", equalTo("illustrative"))
                .body("provenanceNote", containsString("示例"))
                .body("groups.key", equalTo(List.of("2022", "2023", "2024", "2025")))
                .body("groups.label[0]", equalTo("2022年"))
                .body("flows", hasSize(9))
                .body("total.awardValueRate.numerator", matchesPattern("\\d+\\.\\d{2}"))
                .body("total.coverageRate.records", greaterThan(300))
                .extract()
                .jsonPath();
        for (String number : List.of("awardValueRate", "lineCountRate", "coverageRate", "declaredContentRate")) {
            double numerator = Double.parseDouble(total.getString("total." + number + ".numerator"));
            double denominator = Double.parseDouble(total.getString("total." + number + ".denominator"));
            assertThat(total.getDouble("total." + number + ".value")).isCloseTo(numerator / denominator, within(1e-6));
            assertThat(total.getDouble("total." + number + ".unknownShare")).isBetween(0.001, 0.999);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"buyer", "buyerCity", "category", "chain", "buyerKind", "month", "quarter", "year"})
    void groupsAddUpToTheTotal(String groupBy) {
        var json = SignedIn.as(SignedIn.OPERATOR)
                .get("/api/v1/local-sourcing?asOf=2026-10-31&groupBy=" + groupBy)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        long lines = json.getList("groups.lineCountRate.denominator", String.class).stream()
                .mapToLong(Long::parseLong)
                .sum();
        assertThat(lines)
                .isEqualTo(json.getLong("total.lineCountRate.denominator"))
                .isGreaterThan(6000);
    }

    /** Who reads the purchases sees every figure; all others none of fewer than five records, and no single hidden one beside the total. */
    @ParameterizedTest
    @ValueSource(strings = {"buyer", "category", "chain", "month"})
    void fewRecordsHideAGroupFromAllWhoCannotReadThem(String groupBy) {
        String asked = "/api/v1/local-sourcing?from=2024-01-29&to=2024-02-02&asOf=2025-06-30&groupBy=" + groupBy;
        JsonPath all = SignedIn.as(SignedIn.OPERATOR).get(asked).jsonPath();
        for (RequestSpecification somebody :
                List.of(given(), SignedIn.as(SignedIn.FIRM), SignedIn.as(SignedIn.ZHUZHOU))) {
            JsonPath told = somebody.get(asked).then().statusCode(200).extract().jsonPath();
            for (String number : List.of("awardValueRate", "lineCountRate", "coverageRate", "declaredContentRate")) {
                String rates = "groups." + number;
                assertThat(all.getList(rates + ".findAll { it.hidden }")).isEmpty();
                assertThat(told.getList(rates + ".findAll { it.records > 0 && it.records < 5 && !it.hidden }"))
                        .isEmpty();
                assertThat(told.getList(
                                rates + ".findAll { it.hidden && (it.value || it.numerator || it.denominator) }"))
                        .isEmpty();
            }
            assertThat(told.getList("groups.lineCountRate.findAll { it.hidden }"))
                    .hasSizeGreaterThan(1);
        }
    }

    @Test
    void theSameQuestionAsOfAPastDaySeesOnlyWhatWasKnownThen() {
        long before = lines("2023-03-31");
        assertThat(before).isPositive().isLessThan(lines("2023-05-31"));
    }

    private static long lines(String asOf) {
        return given().get("/api/v1/local-sourcing?from=2023-03&to=2023-03&asOf=" + asOf)
                .jsonPath()
                .getLong("total.lineCountRate.denominator");
    }

    @Test
    void aPeriodWithoutRecordsAnswersZerosAndNoValue() {
        given().get("/api/v1/local-sourcing?from=1999-01-01&to=1999-12-31&groupBy=month")
                .then()
                .statusCode(200)
                .body("total.awardValueRate.value", nullValue())
                .body("total.awardValueRate", hasKey("value"))
                .body("total.awardValueRate.denominator", equalTo("0.00"))
                .body("total.awardValueRate.hidden", equalTo(false))
                .body("total.coverageRate.records", equalTo(0))
                .body("groups", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({
        "buyer=NOBODY,采购单位代码",
        "buyerKind=army,public_body",
        "buyerCity=430600,430100",
        "category=spaceship,品类代码",
        "chain=太空,产业链"
    })
    void changesAreOfTheSameScopesAsTheRate(String query, String hint) {
        given().urlEncodingEnabled(true)
                .get("/api/v1/local-sourcing/changes?" + query)
                .then()
                .statusCode(400)
                .body("detail", containsString(hint));
        given().get("/q/openapi?format=json")
                .then()
                .body(
                        "paths.'/api/v1/local-sourcing/changes'.get.parameters.name",
                        hasItem(query.substring(0, query.indexOf('='))));
    }

    @ParameterizedTest
    @CsvSource({
        "from=2024-02-30,2024-03-31",
        "from=yesterday,from=yesterday",
        "to=2024-13,2024-03",
        "from=2024-06-01&to=2024-01-01,晚于",
        "asOf=2999-01-01,晚于今天",
        "groupBy=colour,buyerCity",
        "buyer=NOBODY,采购单位代码",
        "buyerKind=army,public_body",
        "buyerCity=430600,430100",
        "category=spaceship,品类代码",
        "chain=太空,产业链",
        "from=-999999999-01-01,from",
        "to=+999999999-12-31&asOf=2026-01-01,to",
    })
    void whatCannotBeIsRefusedSayingWhatWouldBeRight(String query, String hint) {
        given().urlEncodingEnabled(true)
                .get("/api/v1/local-sourcing?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString(hint));
    }
}
