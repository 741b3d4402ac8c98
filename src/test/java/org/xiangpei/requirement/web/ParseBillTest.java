package org.xiangpei.requirement.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.requirement.bill.SampleBills;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

/** The HTTP contract of reading bills of materials at once. */
@XiangpeiTest
class ParseBillTest {

    @Test
    void aWorkbookIsAnsweredAsTheContractSays() {
        post(ParseResource.XLSX, SampleBills.substation())
                .statusCode(200)
                .body("lines.ref", contains("1", "2", "3", "4", "5", "6"))
                .body("lines[0].name", is("干式变压器"))
                .body("lines[0].quantity", is(2))
                .body("lines[0].unit", is("台"))
                .body("lines[0].category", is("transformer"))
                .body("lines[0].criteria.property", hasItem("rated_capacity"))
                .body("lines[5].unparsed.reason", hasItem(containsString("第 13 行 数量“若干”")))
                .body("unparsed.reason", hasItem("第 9 行：小计或合计"));
    }

    @Test
    void offsetsLeadIntoTheTextOfTheAnswer() {
        JsonPath answer = post(ParseResource.CSV, SampleBills.parameterColumns())
                .statusCode(200)
                .extract()
                .jsonPath();
        String text = answer.getString("text");
        List<Map<String, Object>> sources = answer.getList("lines.criteria.source.flatten()");
        assertThat(sources).isNotEmpty().allSatisfy(source -> assertThat(
                        text.substring((Integer) value(source, "start"), (Integer) value(source, "end")))
                .isEqualTo(value(source, "text")));
    }

    private static Object value(Map<String, Object> source, String name) {
        return Objects.requireNonNull(source.get(name));
    }

    @Test
    void aTableWithoutHeadingsInGbkIsRead() {
        post(ParseResource.CSV, SampleBills.withoutHeadings())
                .statusCode(200)
                .body("lines.category", contains("elevator", "elevator", "valve", null, "transformer"));
    }

    @Test
    void moreLinesThanAnAnswerHoldsAreRefusedWithWhereToGo() {
        post(ParseResource.CSV, SampleBills.lines(2001))
                .statusCode(422)
                .body("type", is("urn:xiangpei:problem:too-many-lines"))
                .body("detail", containsString("2000"));
    }

    @Test
    void whatIsNoTableIsSaid() {
        post(ParseResource.CSV, "只有一段话，没有表格。\n".getBytes(StandardCharsets.UTF_8))
                .statusCode(422)
                .body("type", is("urn:xiangpei:problem:file-without-table"));
        post(ParseResource.CSV, "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8))
                .statusCode(422)
                .body("type", is("urn:xiangpei:problem:bill-mapping"));
        post(ParseResource.XLSX, "%PDF-1.7".getBytes(StandardCharsets.UTF_8)).statusCode(415);
        post(ParseResource.XLSX, new byte[0]).statusCode(400);
    }

    private static ValidatableResponse post(String type, byte[] body) {
        return given().config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs(ParseResource.XLSX, ContentType.BINARY)
                                .encodeContentTypeAs(ParseResource.CSV, ContentType.BINARY)))
                .contentType(type)
                .body(body)
                .post("/api/v1/requirements/parse")
                .then();
    }
}
