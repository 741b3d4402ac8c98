package org.xiangpei.insight.gap.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.insight.gap.Demands;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

/** The contract of {@code GET /api/v1/gaps}. */
@XiangpeiTest
class GapResourceTest {

    private static final String PATH = "/api/v1/gaps";

    @BeforeAll
    static void ready() {
        Demands.sampleIsReady();
    }

    @Test
    void theSampleIsToldToTheBureausWithItsNumbers() {
        JsonPath gaps = all(SignedIn.as(SignedIn.ZHUZHOU), "asOf=2026-10-31");
        List<Integer> lines = gaps.getList("items.lines", Integer.class);
        long unmet = gaps.getLong("lines.possible") + gaps.getLong("lines.none");
        assertThat(unmet).isGreaterThan(200);
        assertThat(lines.stream().mapToInt(it -> it).sum()).isEqualTo(unmet);
        assertThat(gaps.getLong("unmetLines")).isEqualTo(unmet);
        assertThat(lines).isSortedAccordingTo((one, other) -> other - one);
        assertThat(gaps.getList("items.key")).doesNotHaveDuplicates().hasSize(gaps.getInt("total"));
        assertThat(gaps.getString("provenance")).isEqualTo("illustrative");
        assertThat(gaps.getList("items.near", String.class).stream()
                        .filter(Objects::nonNull)
                        .distinct())
                .contains("ask", "upgrade");
        assertThat(gaps.getList("items.nearest.flatten().product")).isNotEmpty();
    }

    /** What all gaps would bring is what the coverage rate lacks, as the rate's own endpoint has it. */
    @Test
    void thePointsOfAllGapsAreWhatTheCoverageRateLacks() {
        JsonPath gaps = all(SignedIn.as(SignedIn.ZHUZHOU), "asOf=2026-10-31");
        JsonPath rate = given().get("/api/v1/local-sourcing?from=2000-01-01&to=2026-10-31&asOf=2026-10-31")
                .jsonPath();
        assertThat(gaps.getLong("lines.all")).isEqualTo(rate.getLong("total.coverageRate.denominator"));
        assertThat(gaps.getLong("lines.qualified")).isEqualTo(rate.getLong("total.coverageRate.numerator"));
        double points = gaps.getList("items.coveragePoints", BigDecimal.class).stream()
                .mapToDouble(BigDecimal::doubleValue)
                .sum();
        double unmatched = gaps.getDouble("lines.unmatched") / gaps.getDouble("lines.all");
        assertThat(rate.getDouble("total.coverageRate.value") + points + unmatched)
                .isCloseTo(1, within(0.001));
    }

    @Test
    void thePublicSeesNoNumberOfFewLines() {
        JsonPath gaps = all(given(), "asOf=2026-10-31");
        assertThat(gaps.getInt("total")).isPositive();
        for (int at = 0; at < gaps.getList("items").size(); at++) {
            String item = "items[" + at + "].";
            if (gaps.getBoolean(item + "hidden")) {
                for (String number : List.of(
                        "lines",
                        "none",
                        "possible",
                        "buyers",
                        "quantities",
                        "budget",
                        "coveragePoints",
                        "awardValuePoints",
                        "firstSeen")) {
                    assertThat(gaps.<Object>get(item + number))
                            .as(item + number)
                            .isNull();
                }
                assertThat(gaps.getList(item + "lacks.asked")).allMatch(Objects::isNull);
                assertThat(gaps.getList(item + "nearest.lines")).allMatch(Objects::isNull);
                assertThat(gaps.getList(item + "nearest.changes.flatten().to")).allMatch(Objects::isNull);
            } else {
                assertThat(gaps.getInt(item + "lines")).isGreaterThanOrEqualTo(5);
                assertThat(gaps.getInt(item + "buyers")).isGreaterThanOrEqualTo(2);
            }
        }
    }

    @Test
    void aPastDayHasFewerAndIsTheSameWheneverItIsAsked() {
        given().get(PATH + "?asOf=2021-07-31")
                .then()
                .body("lines.all", equalTo(0))
                .body("items", hasSize(0));
        given().get(PATH + "?asOf=2022-06")
                .then()
                .statusCode(200)
                .body("asOf", equalTo("2022-06-30"))
                .body("lines.all", greaterThan(20))
                .body("page", equalTo(1))
                .body("size", equalTo(50));
    }

    @Test
    void filtersNarrowAndPagesFollow() {
        SignedIn.as(SignedIn.ZHUZHOU)
                .get(PATH + "?category=elevator&asOf=2026-10-31")
                .then()
                .body("items.category.code", everyItem(equalTo("elevator")))
                .body("items.category.name", everyItem(equalTo("电梯")))
                .body("items.key", everyItem(matchesPattern("elevator-[0-9a-f]{10}")))
                .body("items[0]", hasKey("awardValuePoints"));
        given().get(PATH + "?size=3&page=2&asOf=2026-10-31")
                .then()
                .body("items", hasSize(3))
                .body("page", equalTo(2))
                .body("total", greaterThan(6));
        given().get(PATH + "?state=closed&asOf=2026-10-31").then().body("items.near", everyItem(nullValue()));
        given().get(PATH + "?near=upgrade&asOf=2026-10-31").then().body("items.near", everyItem(equalTo("upgrade")));
    }

    @ParameterizedTest
    @CsvSource({
        "asOf=2999-01-01,晚于今天",
        "asOf=2024-02-30,2024-03-31",
        "buyerCity=430600,430100",
        "category=spaceship,品类代码",
        "chain=太空,产业链",
        "state=gone,in_hand",
        "near=far,upgrade",
        "page=0,1 到 10000",
        "size=1000,1 到 500",
    })
    void whatCannotBeIsRefusedSayingWhatWouldBeRight(String query, String hint) {
        given().urlEncodingEnabled(true)
                .get(PATH + "?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString(hint));
    }

    @Test
    void theDocumentDescribesIt() {
        given().get("/q/openapi?format=json")
                .then()
                .body(
                        "paths.'/api/v1/gaps'.get.parameters.name",
                        hasItems("asOf", "buyerCity", "chain", "category", "state", "near", "page", "size"))
                .body("components.schemas.Gap.properties", hasKey("coveragePoints"));
    }

    private static JsonPath all(RequestSpecification request, String query) {
        return request.get(PATH + "?size=500&" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
