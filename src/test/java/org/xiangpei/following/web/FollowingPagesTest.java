package org.xiangpei.following.web;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.XiangpeiTest;

import static org.hamcrest.CoreMatchers.allOf;
import static org.hamcrest.CoreMatchers.containsString;
import static org.hamcrest.CoreMatchers.endsWith;
import static org.hamcrest.CoreMatchers.not;

/** Following over HTTP. */
@XiangpeiTest
class FollowingPagesTest {

    @Test
    void aProductAndAFirmAreFollowedOnTheirPagesAndListedOnTheDesk() {
        post("/following", "product", "P010").statusCode(303).header("Location", endsWith("/products/P010"));
        post("/following", "firm", "F025").statusCode(303).header("Location", endsWith("/firms/F025"));
        SignedIn.as(SignedIn.SERVICE).get("/products/P010").then().body(containsString("取消关注</button>"));
        SignedIn.as(SignedIn.SERVICE).get("/products/P011").then().body(containsString(">关注</button>"));
        SignedIn.as(SignedIn.SERVICE)
                .get("/desk")
                .then()
                .body(allOf(containsString("我关注的"), containsString("/products/P010"), containsString("/firms/F025")));
        SignedIn.as(SignedIn.SERVICE).get("/following").then().statusCode(200).body(containsString("没有变化"));
        post("/following/remove", "product", "P010").statusCode(303);
        post("/following/remove", "firm", "F025").statusCode(303);
        SignedIn.as(SignedIn.SERVICE).get("/following").then().body(containsString("还没有关注"));
        SignedIn.as(SignedIn.SERVICE).get("/desk").then().body(not(containsString("/products/P010")));
    }

    @Test
    void aSearchIsSavedOnItsPageAndListedWithItsFrequency() {
        SignedIn.fromHere().get("/products?q=电缆").then().body(not(containsString("保存这个搜索")));
        SignedIn.as(SignedIn.SERVICE).get("/products").then().body(not(containsString("保存这个搜索")));
        SignedIn.as(SignedIn.SERVICE).get("/products?q=电缆&city=430300").then().body(containsString("保存这个搜索"));
        question("电缆").statusCode(303).header("Location", endsWith("/following#questions"));
        String page = SignedIn.as(SignedIn.SERVICE)
                .get("/following")
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("电缆 · 湘潭"),
                        containsString("city=430300"),
                        containsString("value=\"daily\" selected")))
                .extract()
                .asString();
        String id = page.replaceFirst("(?s).*/following/questions/(\\d+)/remove.*", "$1");
        post("/following/questions/" + id, "", "").statusCode(303);
        post("/following/questions/999999999", "", "").statusCode(404);
        post("/following/questions/" + id + "/remove", "", "").statusCode(303);
        SignedIn.as(SignedIn.SERVICE).get("/following").then().body(containsString("还没有保存搜索"));
    }

    @Test
    void aSearchForEverythingOrOfAnotherIsRefused() {
        question("").statusCode(303);
        SignedIn.as(SignedIn.SERVICE)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .post("/following/questions")
                .then()
                .statusCode(400);
        SignedIn.as(SignedIn.BUYER)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("code", "X20261129-AAAA-AAAA")
                .post("/following/questions/requirements")
                .then()
                .statusCode(404);
        String page = SignedIn.as(SignedIn.SERVICE).get("/following").asString();
        String id = page.replaceFirst("(?s).*/following/questions/(\\d+)/remove.*", "$1");
        post("/following/questions/" + id + "/remove", "", "").statusCode(303);
    }

    private static ValidatableResponse question(String text) {
        return SignedIn.as(SignedIn.SERVICE)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("q", text)
                .formParam("city", "430300")
                .formParam("name", text + " · 湘潭")
                .formParam("frequency", "daily")
                .post("/following/questions")
                .then();
    }

    @Test
    void whatIsNoneIsRefusedAndLeadsNowhere() {
        post("/following", "product", "X404").statusCode(404);
        post("/following", "category", "P010").statusCode(400);
        post("/following", "product", "//example.com").statusCode(400);
        post("/following/remove", "product", "a\r\nb").statusCode(400);
        post("/following", "product", "P".repeat(10_000)).statusCode(400);
    }

    private static ValidatableResponse post(String path, String kind, String code) {
        RequestSpecification request = SignedIn.as(SignedIn.SERVICE);
        return request.contentType("application/x-www-form-urlencoded")
                .formParam("kind", kind)
                .formParam("code", code)
                .post(path)
                .then();
    }
}
