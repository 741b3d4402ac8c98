package org.xiangpei.journeys;

import java.util.List;

import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.xiangpei.fixtures.XiangpeiTest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
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
            /products?size=37            | 400 | 20、50、100
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
    void whatIsOnlyNearestIsNotCalledFound() {
        given().queryParam("q", "地铁站台门")
                .get("/products")
                .then()
                .statusCode(200)
                .body(allOf(containsString("“地铁站台门”没有完全相符的，最接近的有 "), not(containsString("“地铁站台门”找到"))));
        given().queryParam("q", "牵引变流器").get("/products").then().body(containsString("“牵引变流器”找到 "));
    }

    @Test
    void aHitSaysWhyOnlyWhereItsHeadingDoesNot() {
        given().queryParam("q", "客梯").get("/products").then().body(containsString("<span>客梯 → 乘客电梯</span>"));
        given().queryParam("q", "GB/T 12706").get("/products").then().body(containsString("<span>参数与标准有“GB/T 12706"));
        given().queryParam("q", "电揽").get("/products").then().body(not(containsString("读音")));
        given().queryParam("q", "点火电缆").get("/products").then().body(not(containsString("class=\"why\"")));
    }

    @Test
    void whatIsChosenStaysWhereverOneGoes() {
        String page = given().get("/products?q=电&status=all&sort=price&size=50")
                .then()
                .extract()
                .asString();
        for (String link :
                List.of("size=50&amp;sort=name", "sort=price&amp;size=100", "sort=price&amp;size=50&amp;page=2")) {
            assertThat(page).contains("status=all&amp;" + link);
        }
        assertThat(page).contains("name=\"size\" value=\"50\"", "第 1–50 个");
    }

    @Test
    void filtersThatHideEverythingSayHowMuchTheyHide() {
        given().get("/products?q=浅基坑电梯&chain=照明")
                .then()
                .body(allOf(containsString("所选筛选下没有产品"), containsString("去掉全部筛选（2 个）")));
        given().get("/products?q=xqzjwkv&city=430100")
                .then()
                .body(allOf(
                        containsString("目录里没有这样的产品"),
                        containsString("/match?name=xqzjwkv"),
                        not(containsString("去掉全部筛选"))));
        given().get("/products?page=99").then().body(containsString("这一页没有产品"));
    }

    @Test
    void suggestionsStandUnderTheirHeadingsAndEndWithTheSearchItself() {
        given().queryParam("q", "dianti")
                .queryParam("box", "q")
                .get("/suggestions")
                .then()
                .body(allOf(
                        containsString("<ul role=\"group\" aria-labelledby=\"q-product\">"),
                        containsString("<mark>电梯</mark>"),
                        containsString("data-href=\"/products?q=dianti\"")));
        given().queryParam("q", "<b>")
                .get("/suggestions")
                .then()
                .body(allOf(not(containsString("<b>")), containsString("&lt;b&gt;")));
        given().queryParam("q", " ").get("/suggestions").then().body(not(containsString("listbox")));
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
