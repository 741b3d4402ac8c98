package org.xiangpei.search.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.xiangpei.fixtures.XiangpeiTest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

@XiangpeiTest
class ProductSearchResourceTest {

    private static final String PRODUCTS = "/api/v1/products";

    @Test
    void theWholeCatalogueIsCounted() {
        products("status", "all")
                .body("page", is(1))
                .body("size", is(20))
                .body("total", is(263))
                .body("items", hasSize(20))
                .body("facets.provenance.find { it.value == 'documented' }.count", is(8))
                .body("facets.provenance.find { it.value == 'illustrative' }.label", equalTo("示例"));
    }

    @Test
    void anAnswerHasWhatTheContractSays() {
        JsonPath answer = products("q", "浅基坑电梯", "city", "长沙").extract().jsonPath();
        assertThat(answer.getMap("").keySet().toString())
                .isEqualTo("[page, size, total, items, facets, relaxed, didYouMean, recognised]");
        assertThat(answer.getMap("facets").keySet().toString())
                .isEqualTo("[city, category, chain, certificate, provenance]");
        assertThat(answer.getInt("total")).isEqualTo(2);
        assertThat(answer.getBoolean("relaxed")).isFalse();
        assertThat(answer.getString("didYouMean")).isNull();
        assertThat(answer.getMap("items[0]").keySet().toString())
                .isEqualTo(
                        "[code, name, model, category, categoryName, firm, provenance, recognition, highlights, reasons, fits, score]");
        assertThat(answer.getString("items[0].code")).isEqualTo("P001");
        assertThat(answer.getString("items[0].name")).isEqualTo("浅基坑电梯");
        assertThat(answer.getString("items[0].model")).isNull();
        assertThat(answer.getString("items[0].category")).isEqualTo("elevator");
        assertThat(answer.getMap("items[0].firm"))
                .isEqualTo(Map.of(
                        "code",
                        "F001",
                        "name",
                        "湖南德力通电梯有限公司",
                        "city",
                        "430200",
                        "cityName",
                        "株洲市",
                        "productionCities",
                        List.of("430200", "430100")));
        assertThat(answer.getString("items[0].provenance")).isEqualTo("documented");
        assertThat(answer.getMap("items[0].recognition").keySet().toString()).isEqualTo("[status, validUntil]");
        assertThat(answer.getString("items[0].recognition.status")).isEqualTo("not_stated");
        assertThat(answer.getMap("items[0].highlights[0]"))
                .isEqualTo(Map.of("field", "name", "text", "浅基坑电梯", "spans", List.of(Map.of("start", 0, "end", 5))));
        assertThat(answer.getMap("items[0].reasons[0]"))
                .isEqualTo(Map.of("kind", "word", "typed", "浅基坑电梯", "found", "浅基坑电梯", "fields", List.of("name")));
        assertThat(answer.getDouble("items[0].score")).isPositive();
    }

    @Test
    void theReasonsOfTheDescriptionAreWhatIsAnswered() {
        var described = JsonPath.from(ReasonExample.CUSTOMER_LIFT);
        products("q", "客梯 GB/T 7588").body("items.find { it.code == 'P130' }.reasons", equalTo(described.getList("")));
    }

    @Test
    void facetValuesHaveChineseLabelsAndMayBeRepeatedOrSeparatedByCommas() {
        products("q", "电缆", "status", "all")
                .body("facets.city.find { it.value == '430100' }.label", equalTo("长沙"))
                .body("facets.category.find { it.value == 'power_cable' }.label", equalTo("电力电缆"))
                .body("facets.chain.value", hasItem("电线电缆"));
        int both = total("category", "power_cable,special_cable", "status", "all");
        assertThat(both)
                .isEqualTo(given().queryParam("category", "power_cable", "special_cable")
                        .queryParam("status", "all")
                        .get(PRODUCTS)
                        .jsonPath()
                        .getInt("total"))
                .isEqualTo(total("category", "power_cable", "status", "all")
                        + total("category", "special_cable", "status", "all"));
    }

    @Test
    void aCityIsNamedByCodeOrByName() {
        int byCode = total("q", "电梯", "city", "430200");
        assertThat(byCode).isPositive().isLessThan(total("q", "电梯"));
        assertThat(total("q", "电梯", "city", "株洲")).isEqualTo(byCode);
        assertThat(total("q", "电梯", "city", "株洲市")).isEqualTo(byCode);
    }

    @Test
    void expiredProductsAreHiddenUnlessAskedFor() {
        int valid = total();
        int expired = total("status", "expired");
        assertThat(expired).isPositive();
        assertThat(valid + expired).isEqualTo(total("status", "all"));
        products("status", "expired").body("items.recognition.status", everyItem(equalTo("expired")));
    }

    @Test
    void pagesFollowOneAnotherWithoutGapOrRepetition() {
        List<String> all = codes("status", "all", "size", "100");
        all.addAll(codes("status", "all", "size", "100", "page", "2"));
        all.addAll(codes("status", "all", "size", "100", "page", "3"));
        assertThat(all).hasSize(263).doesNotHaveDuplicates();
        products("status", "all", "page", "999999").body("items", empty()).body("total", is(263));
    }

    @Test
    void whatNoProductHasAllWordsOfIsRelaxedAndRespelt() {
        products("q", "电梯 qwertz")
                .body("relaxed", is(true))
                .body("total", greaterThan(0))
                .body("didYouMean", nullValue());
        products("q", "电揽")
                .body("relaxed", is(true))
                .body("total", greaterThan(0))
                .body("items[0].name", containsString("电缆"))
                .body("didYouMean", equalTo("电缆"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "page|0|page=0 不能识别，应为1 到 1000000 的整数",
                "page|-1|page",
                "page|99999999999999999999|page",
                "size|101|size=101 不能识别，应为1 到 100 的整数",
                "size|x|size=x",
                "status|gone|以下之一：valid、expired、all",
                "sort|colour|relevance、name、lead_time、price、valid_until",
                "city|北京|430100（长沙）",
                "city|430104|430100（长沙）",
                "category|nothing|category=nothing",
                "provenance|official|documented、illustrative",
            })
    void aParameterThatMakesNoSenseIsAProblemThatSaysWhatWouldBeRight(String name, String value, String detail) {
        given().queryParam(name, value)
                .get(PRODUCTS)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:xiangpei:problem:bad-request"))
                .body("title", equalTo("请求有误"))
                .body("status", is(400))
                .body("instance", equalTo(PRODUCTS))
                .body("detail", containsString(detail));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000",
                "电缆\u0000",
                "\u0001\u0007\u001b[31m",
                "😀😀🚀",
                "\ud83d",
                "'; drop table product; --",
                "name:* AND (",
                "\"\"\" ~ ^ * ? : \\ / [ ] { } ( ) + - ! && ||",
                "<script>alert(1)</script>",
                "%_%",
                "\u202e反转",
                "𠀀𠀁𠀂",
            })
    void noTextIsAFailure(String text) {
        for (String name : List.of("q", "chain", "certificate")) {
            given().queryParam(name, text).get(PRODUCTS).then().statusCode(200);
        }
        for (String name : List.of("city", "category", "provenance", "status", "sort", "page", "size")) {
            given().queryParam(name, text).get(PRODUCTS).then().statusCode(400).contentType("application/problem+json");
        }
        given().queryParam("q", text).get("/api/v1/suggestions").then().statusCode(200);
    }

    @Test
    void whatMeansNothingFindsNothing() {
        for (String text : List.of("😀😀🚀", "xqzjwkv", "\u0000", "？！…")) {
            products("q", text).body("total", is(0)).body("items", empty()).body("didYouMean", nullValue());
        }
    }

    @Test
    void aQuestionThatIsTooLongIsAClearProblem() {
        for (String text : List.of("电缆".repeat(5_000), "a".repeat(10_000), "电缆 ".repeat(200))) {
            given().queryParam("q", text)
                    .get(PRODUCTS)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("detail", containsString("最长 500 个字"));
        }
        products("q", "电缆 ".repeat(160)).body("total", greaterThan(0));
        given().queryParam("q", "电".repeat(10_000))
                .get("/api/v1/suggestions")
                .then()
                .statusCode(200);
    }

    @Test
    void suggestionsComeFromProductsFirmsAndCategories() {
        given().queryParam("q", "电梯")
                .get("/api/v1/suggestions")
                .then()
                .statusCode(200)
                .body("items.kind.unique()", contains("product", "firm", "category"))
                .body(
                        "items.find { it.kind == 'category' }",
                        equalTo(Map.of("kind", "category", "code", "elevator", "text", "电梯", "detail", "电梯")))
                .body(
                        "items.collect { it.keySet() }.flatten().unique()",
                        containsInAnyOrder("kind", "code", "text", "detail"));
        given().get("/api/v1/suggestions").then().statusCode(200).body("items", empty());
        given().queryParam("q", " ")
                .get("/api/v1/suggestions")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void readyMeansThatTheIndexHasTheCatalogue() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'search index' }.status", equalTo("UP"))
                .body("checks.find { it.name == 'search index' }.data.product", greaterThan(262));
    }

    private static ValidatableResponse products(String... parameters) {
        RequestSpecification request = given();
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam(parameters[i], parameters[i + 1]);
        }
        return request.get(PRODUCTS).then().statusCode(200).contentType("application/json");
    }

    private static int total(String... parameters) {
        return products(parameters).extract().jsonPath().getInt("total");
    }

    private static List<String> codes(String... parameters) {
        return new ArrayList<>(products(parameters).extract().jsonPath().getList("items.code", String.class));
    }
}
