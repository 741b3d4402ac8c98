package org.xiangpei.matching.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.xiangpei.fixtures.XiangpeiTest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;

/** The HTTP contract of matching, on the sample catalogue. */
@XiangpeiTest
class MatchResourceTest {

    @Test
    void theExampleOfTheDescriptionIsAnsweredAsTheContractSays() {
        post(MatchExample.REQUEST)
                .statusCode(200)
                .body("lines", hasSize(1))
                .body("lines[0].ref", is("1"))
                .body("lines[0].coverage", is("qualified"))
                .body("lines[0].candidates[0].verdict", is("qualified"))
                .body("lines[0].candidates[0].product.code", not(empty()))
                .body("lines[0].candidates[0].product.firm.code", not(empty()))
                .body("lines[0].candidates[0].clauses", hasSize(7))
                .body("lines[0].candidates[0].clauses[0].property", is("load_capacity"))
                .body("lines[0].candidates[0].clauses[0].operator", is("at_least"))
                .body("lines[0].candidates[0].clauses[0].required", is("≥ 1000 kg"))
                .body("lines[0].candidates[0].clauses[0].result", is("pass"))
                .body("lines[0].candidates[0].clauses[0].mandatory", is(true))
                .body("lines[0].candidates[0].clauses[0].evidence.kind", is("specification"))
                .body("lines[0].candidates[0].clauses[0].evidence.source", is("load_capacity"))
                .body(
                        "lines[0].candidates[0].clauses.operator",
                        is(List.of(
                                "at_least",
                                "between",
                                "is",
                                "conforms_to",
                                "holds",
                                "delivers_within",
                                "price_at_most")));
    }

    @Test
    void theDescriptionShowsAnExampleAndWhatAValueMayBe() {
        var description = given().queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract();
        assertThat(
                        description.<String>path(
                                "paths.'/api/v1/matches'.post.requestBody.content.'application/json'.examples.elevators.value.toString()"))
                .contains("load_capacity");
        assertThat(description.<List<?>>path("components.schemas.CriterionBody.properties.value.oneOf"))
                .hasSize(3);
        assertThat(description.<Object>path("components.schemas.CriterionBody.properties.value.type"))
                .isNull();
    }

    @Test
    void anElevatorThatStatesNoLoadIsPossibleNotRejected() {
        post(line(
                        "\"category\":\"elevator\"",
                        "{\"property\":\"load_capacity\",\"operator\":\"at_least\",\"value\":1000}"))
                .statusCode(200)
                .body("lines[0].candidates.find { it.product.code == 'P001' }.verdict", is("possible"))
                .body("lines[0].candidates.find { it.product.code == 'P001' }.clauses[0].offered", is("未载明"))
                .body(
                        "lines[0].candidates.find { it.product.code == 'P001' }.clauses[0].evidence.kind",
                        is("not_stated"))
                .body("lines[0].candidates.find { it.product.code == 'P001' }.product.provenance", is("documented"));
    }

    @Test
    void withoutNearMissesNothingThatFailsIsShown() {
        String asked = "{\"property\":\"load_capacity\",\"operator\":\"at_least\",\"value\":\"99\",\"unit\":\"吨\"}";
        post(line("\"category\":\"elevator\"", asked))
                .body("lines[0].coverage", is("possible"))
                .body("lines[0].candidates.verdict", hasItems("possible", "near_miss"));
        post("{\"nearMisses\":false,\"lines\":[%s]}".formatted(one("\"category\":\"elevator\"", asked)))
                .body("lines[0].candidates.verdict", allOf(hasItem("possible"), not(hasItem("near_miss"))));
    }

    @Test
    void theLimitCutsAfterJudging() {
        String lines = one(
                "\"name\":\"电梯\"",
                "{\"property\":\"load_capacity\",\"operator\":\"at_least\",\"value\":1000,\"unit\":\"kg\"}");
        post("{\"limit\":1,\"lines\":[%s]}".formatted(lines))
                .statusCode(200)
                .body("lines[0].candidates", hasSize(1))
                .body("lines[0].candidates[0].verdict", is("qualified"));
    }

    @Test
    void theDayDecidesWhatIsListed() {
        post("{\"asOf\":\"2000-01-01\",\"limit\":500,\"lines\":[%s]}".formatted(one("\"category\":\"elevator\"", "")))
                .statusCode(200)
                .body("asOf", is("2000-01-01"))
                .body("lines[0].candidates.product.provenance", everyItem(is("documented")));
    }

    @Test
    void everythingThatIsWrongIsReportedAtOnceWithItsPlace() {
        post("""
                        {"lines":[
                          {"ref":"A","name":"电梯","category":"elevator","criteria":[
                            {"property":"load_capacty","operator":"at_least","value":1000},
                            {"property":"load_capacity","operator":"at_least","value":1000,"unit":"kV"},
                            {"property":"load_capacity","operator":"at_least","value":1000,"unit":"斗"},
                            {"property":"load_capacity","operator":"between","value":5,"valueMax":3},
                            {"property":"load_capacity","operator":"at_least"},
                            {"property":"load_capacity","operator":"at_least","value":"很重"},
                            {"property":"load_capacity","operator":"least","value":"1"},
                            {"property":"machine_roomless","operator":"at_least","value":"1"},
                            {"property":"energy_efficiency_grade","operator":"is","value":"9级"},
                            {"property":"energy_efficiency_grade","operator":"one_of"},
                            {"operator":"delivers_within","value":-3},
                            {"operator":"holds"}]},
                          {"ref":"A","name":"","neededBy":"2027-02-30","quantity":0,"category":"lift"},
                          null]}""")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", is("urn:xiangpei:problem:bad-requirement"))
                .body(
                        "errors.pointer",
                        is(List.of(
                                "lines[0].criteria[0].property",
                                "lines[0].criteria[1].unit",
                                "lines[0].criteria[2].unit",
                                "lines[0].criteria[3].valueMax",
                                "lines[0].criteria[4].value",
                                "lines[0].criteria[5].value",
                                "lines[0].criteria[6].operator",
                                "lines[0].criteria[7].operator",
                                "lines[0].criteria[8].value",
                                "lines[0].criteria[9].values",
                                "lines[0].criteria[10].value",
                                "lines[0].criteria[11].value",
                                "lines[1].ref",
                                "lines[1].category",
                                "lines[1].name",
                                "lines[1].quantity",
                                "lines[1].neededBy",
                                "lines[2].ref",
                                "lines[2].name")))
                .body(
                        "errors[0].detail",
                        allOf(containsString("第 1 行（A）第 1 条"), containsString("load_capacity（额定载重量）")))
                .body("errors[6].detail", containsString("at_least、at_most"))
                .body("errors[8].detail", containsString("3级、2级、1级"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{\"lines\":",
                "\"a\"",
                "{\"lines\":5}",
                "{\"lines\":[5]}",
                "{\"lines\":[]}",
                "{}",
                "{\"lines\":[{\"ref\":\"1\",\"name\":\"x\",\"criteria\":[{\"operator\":\"holds\",\"value\":[1]}]}]}",
                "{\"lines\":[{\"ref\":\"1\",\"name\":\"x\",\"criteria\":[{\"operator\":\"holds\",\"value\":\"a\",\"mandatroy\":true}]}]}",
                "{\"limit\":0,\"lines\":[{\"ref\":\"1\",\"name\":\"x\"}]}",
                "{\"limit\":501,\"lines\":[{\"ref\":\"1\",\"name\":\"x\"}]}",
                "{\"limit\":\"many\",\"lines\":[{\"ref\":\"1\",\"name\":\"x\"}]}",
                "{\"limit\":99999999999,\"lines\":[{\"ref\":\"1\",\"name\":\"x\"}]}",
                "{\"asOf\":\"tomorrow\",\"lines\":[{\"ref\":\"1\",\"name\":\"x\"}]}",
                "{\"asOf\":\"+999999999-01-01\",\"lines\":[{\"ref\":\"1\",\"name\":\"x\"}]}",
                "{\"lines\":[{\"ref\":\"1\",\"name\":\"x\",\"criteria\":[{\"operator\":\"delivers_within\",\"value\":1e999999999}]}]}",
                "{\"lines\":[{\"ref\":\"1\",\"name\":\"x\",\"category\":\"\\u0000\\ud800\"},{\"ref\":\"1\",\"name\":\"x\"}]}"
            })
    void whatMakesNoSenseIsAProblemInChinese(String body) {
        var answer = post(body)
                .statusCode(400)
                .contentType("application/problem+json")
                .extract();
        assertThat(answer.<String>path("detail")).matches("(?s).*\\p{IsHan}.*").doesNotContain("Exception", "xiangpei");
    }

    @Test
    void aMisspeltFieldIsNamed() {
        post("{\"lines\":[{\"ref\":\"1\",\"name\":\"x\",\"criterias\":[]}]}")
                .statusCode(400)
                .body("detail", containsString("不认识的字段 lines[0].criterias"));
    }

    @ParameterizedTest
    @CsvSource({"😀😀", "'\\u0000\\u0007'", "'\\ud83d'", "'(\\\"[{*?~^AND OR NOT:'", "%s%d"})
    void textThatMeansNothingFindsNothingAndBreaksNothing(String text) {
        post("{\"lines\":[{\"ref\":\"1\",\"name\":\"x%s\",\"criteria\":[{\"operator\":\"holds\",\"value\":\"a%s\"}]}]}"
                        .formatted(text, text))
                .statusCode(200);
    }

    @Test
    void fiveHundredLinesAreAnsweredAndOneMoreIsRefused() {
        String five = lines(500);
        post(five)
                .statusCode(200)
                .body("lines", hasSize(500))
                .body("lines[499].candidates.size()", lessThanOrEqualTo(50));
        post(lines(501)).statusCode(400).body("detail", containsString("500"));
    }

    @Test
    void theSameQuestionGetsTheSameAnswer() {
        String first = post(lines(3)).extract().asString();
        post(lines(3)).body(equalTo(first));
    }

    private static String lines(int count) {
        List<String> categories = List.of("elevator", "power_cable", "centrifugal_pump", "valve");
        return IntStream.range(0, count)
                .mapToObj(index ->
                        "{\"ref\":\"%d\",\"name\":\"设备 %d\",\"category\":\"%s\",\"criteria\":[{\"operator\":\"holds\",\"value\":\"ISO 9001\"}]}"
                                .formatted(index, index, categories.get(index % categories.size())))
                .collect(Collectors.joining(",", "{\"lines\":[", "]}"));
    }

    private static String line(String head, String criterion) {
        return "{\"lines\":[%s]}".formatted(one(head, criterion));
    }

    private static String one(String head, String criterion) {
        return "{\"ref\":\"1\",%s,\"criteria\":[%s]}".formatted(head, criterion);
    }

    private static ValidatableResponse post(String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/matches")
                .then();
    }
}
