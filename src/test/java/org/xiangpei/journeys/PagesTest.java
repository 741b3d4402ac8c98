package org.xiangpei.journeys;

import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.xiangpei.fixtures.XiangpeiTest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

/** What pages answer over HTTP: status, headers, words. */
@XiangpeiTest
class PagesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /products/X404               | 404 | 产品 X404 不存在
            /firms/X404                  | 404 | 企业 X404 不存在
            /compare?product=X404        | 404 | 产品 X404 不存在
            /nothing-here                | 404 | 没有找到
            /products?page=0             | 400 | 1 到 10000 的整数
            /products?page=x             | 400 | 1 到 10000 的整数
            /products?status=gone        | 400 | valid、expired、all
            /products?sort=height        | 400 | relevance
            /rate?groupBy=mood           | 400 | groupBy=mood
            /rate?from=2024-02-30        | 400 | 2024-02-30
            """)
    void whatCannotBeAnsweredIsAPageThatSaysWhy(String path, int status, String words) {
        given().accept("text/html")
                .get(path)
                .then()
                .statusCode(status)
                .contentType(ContentType.HTML)
                .body(allOf(containsString("lang=\"zh-CN\""), containsString(words)));
    }

    @Test
    void aRequirementThatMakesNoSenseComesBackAsItWasTyped() {
        given().queryParam("category", "elevator")
                .queryParam("load_capacity.operator", "at_least")
                .queryParam("load_capacity.value", "一千")
                .queryParam("load_capacity.unit", "kg")
                .get("/match")
                .then()
                .statusCode(422)
                .contentType(ContentType.HTML)
                .body(allOf(containsString("value=\"一千\""), containsString("不是数字")));
    }

    @Test
    void whatWasMeantIsShownAtOnceAndSaid() {
        given().queryParam("q", "bianyaqi")
                .get("/products")
                .then()
                .statusCode(200)
                .body(allOf(containsString("没有产品含有“bianyaqi”"), containsString("/products?q=%E5%8F%98")));
    }

    @Test
    void whatUsersTypeIsNeverMarkup() {
        given().queryParam("q", "<script>alert(1)</script>\"'")
                .get("/products")
                .then()
                .statusCode(200)
                .body(allOf(not(containsString("<script>alert")), containsString("&lt;script&gt;")));
    }

    @Test
    void pagesAllowNothingInlineAndNoFrames() {
        given().get("/products")
                .then()
                .header(
                        "Content-Security-Policy",
                        allOf(
                                containsString("default-src 'none'"),
                                containsString("frame-ancestors 'none'"),
                                not(containsString("unsafe"))))
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin")
                .body(allOf(not(containsString("style=\"")), not(containsString("onclick"))));
    }

    @Test
    void everySampleRowIsMarked() {
        given().get("/products/P010").then().body(containsString("class=\"badge sample\""));
        given().get("/products/P001").then().body(containsString("class=\"badge documented\""));
        given().get("/products/P001").then().body(containsString("有效期未载明"));
    }

    @Test
    void aComparisonStandsInTheUnitOfItsRow() {
        // P009 states its stroke as 0.8 m, P010 as 800 mm.
        given().get("/compare?product=P009&product=P010")
                .then()
                .body(allOf(containsString("800 mm"), not(containsString("0.8 m<"))));
    }
}
