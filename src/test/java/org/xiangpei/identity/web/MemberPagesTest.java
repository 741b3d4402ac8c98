package org.xiangpei.identity.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.Offices;
import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.identity.Account;
import org.xiangpei.identity.Organization;
import org.xiangpei.identity.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

/** The links over HTTP: shown once, kept nowhere, and used up by nothing but the form. */
@XiangpeiTest
class MemberPagesTest {

    private static final String CHOSEN = "four slow barges under the bridge";

    private final Organization firm = Offices.firm();
    private final Account chief = Offices.person(firm, Role.ADMINISTRATOR);

    @Test
    void aLinkIsShownOnceAndUsedOnlyByTheForm() {
        String page = as(chief)
                .formParam("name", "<b>新人</b>")
                .formParam("roles", "buyer")
                .post("/members/invitations")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .body(not(containsString("<b>新人")))
                .extract()
                .asString();
        String link = link(page, "/join/");
        as(chief).get("/members").then().body(allOf(containsString("新人"), not(containsString("/join/"))));
        for (int i = 0; i < 2; i++) {
            SignedIn.fromHere()
                    .get(link)
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", containsString("no-store"))
                    .header("Referrer-Policy", "same-origin");
        }
        String login = chief.login() + "-new";
        join(link, login).then().statusCode(303).header("Location", endsWith("/account"));
        join(link, login + "2")
                .then()
                .statusCode(410)
                .header("Cache-Control", containsString("no-store"))
                .body(containsString("已经用过"));
        SignedIn.fromHere().get(link).then().statusCode(410).body(containsString("请直接登录"));
        SignedIn.fromHere().get("/join/nothing").then().statusCode(404).body(containsString("没有复制完整"));
        as(chief).get("/members").then().body(containsString(login));
    }

    @Test
    void whoIsSignedInIsMovedAndWhoIsNotSignsInFirst() {
        Organization next = Offices.firm();
        Account nextChief = Offices.person(next, Role.ADMINISTRATOR);
        Account colleague = Offices.person(firm, Role.BUYER);
        String link = link(
                as(nextChief)
                        .formParam("name", "调来的人")
                        .formParam("roles", "supplier")
                        .post("/members/invitations")
                        .asString(),
                "/join/");
        SignedIn.fromHere()
                .post(link + "/move")
                .then()
                .statusCode(303)
                .header("Location", containsString("/sign-in?next=%2Fjoin%2F"));
        as(chief).post(link + "/move").then().statusCode(409).body(containsString("唯一的管理员"));
        RequestSpecification moved = as(colleague);
        moved.get(link).then().statusCode(200).body(containsString("从" + firm.name() + "调入"));
        moved.post(link + "/move").then().statusCode(303);
        moved.get("/account").then().statusCode(200).body(containsString(next.name()));
    }

    @Test
    void whoWasRemovedIsInvitedAgainAndComesBackByTheSecondForm() {
        Account colleague = Offices.person(firm, Role.BUYER);
        RequestSpecification before = as(colleague);
        as(chief).post("/members/people/" + colleague.id() + "/remove").then().statusCode(303);
        before.get("/account").then().statusCode(303).header("Location", containsString("/sign-in"));
        String link = link(
                as(chief)
                        .formParam("name", "老同事")
                        .formParam("roles", "buyer")
                        .post("/members/invitations")
                        .asString(),
                "/join/");
        comeBack(link, colleague.login(), "not the right one")
                .then()
                .statusCode(422)
                .header("Cache-Control", containsString("no-store"))
                .body(allOf(
                        containsString("登录名或密码不对"),
                        containsString("<details open>"),
                        containsString("value=\"" + colleague.login() + "\""),
                        not(containsString("not the right one"))));
        comeBack(link, chief.login(), Offices.PASSWORD).then().statusCode(409).body(containsString("现在还代表一个单位"));
        Cookie session = comeBack(link, colleague.login(), Offices.PASSWORD)
                .then()
                .statusCode(303)
                .header("Location", endsWith("/account"))
                .extract()
                .detailedCookie("xiangpei-session");
        SignedIn.fromHere()
                .cookie(session)
                .get("/account")
                .then()
                .statusCode(200)
                .body(allOf(containsString(colleague.login()), containsString(firm.name())));
        comeBack(link, colleague.login(), Offices.PASSWORD).then().statusCode(410);
    }

    @Test
    void anotherOrganisationIsNotThereExceptForTheOperator() {
        as(chief).get("/members?organization=U000001").then().statusCode(404);
        as(chief).get("/members?organization=U404404").then().statusCode(404);
        as(chief)
                .formParam("organization", "U000001")
                .formParam("name", "某人")
                .formParam("roles", "buyer")
                .post("/members/invitations")
                .then()
                .statusCode(404);
        SignedIn.as(SignedIn.OPERATOR)
                .get("/members?organization=" + firm.code())
                .then()
                .statusCode(200)
                .body(containsString(chief.login()));
        SignedIn.as(SignedIn.OPERATOR)
                .get("/members/people/" + chief.id())
                .then()
                .statusCode(200);
        SignedIn.as(SignedIn.FIRM).get("/members/people/" + chief.id()).then().statusCode(404);
        SignedIn.as(SignedIn.FIRM)
                .post("/members/people/" + chief.id() + "/remove")
                .then()
                .statusCode(404);
    }

    @Test
    void whatIsWrongWithAnInvitationIsSaidBesideWhatWasTyped() {
        as(chief)
                .formParam("name", "王工")
                .formParam("email", "not an address")
                .formParam("roles", "buyer")
                .post("/members/invitations")
                .then()
                .statusCode(422)
                .body(allOf(containsString("邮箱地址不对"), containsString("value=\"王工\"")));
        as(chief)
                .formParam("name", "王工")
                .formParam("roles", "bureau")
                .post("/members/invitations")
                .then()
                .statusCode(422)
                .body(containsString("只能选该类单位可有的角色"));
    }

    @Test
    void theAnswerToWhoForgotIsTheSameForEveryLogin() {
        Account colleague = Offices.person(firm, Role.BUYER);
        String known = forgotten(colleague.login());
        assertThat(known).isEqualTo(forgotten("nobody-of-that-name")).contains("申请已收到");
        as(chief).get("/members").then().body(containsString("申请重置密码"));
        String path = "/members/people/" + colleague.id() + "/reset-link";
        String link = link(as(chief).post(path).then().statusCode(200).extract().asString(), "/reset/");
        SignedIn.fromHere().get(link).then().statusCode(200).header("Cache-Control", containsString("no-store"));
        reset(link, "too short").then().statusCode(422).body(containsString("至少 12 个字符"));
        reset(link, CHOSEN).then().statusCode(303).header("Location", endsWith("/sign-in"));
        reset(link, CHOSEN).then().statusCode(410).body(containsString("已经用过"));
    }

    private static String forgotten(String login) {
        return SignedIn.fromHere()
                .formParam("login", login)
                .post("/sign-in/forgotten")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static Response join(String link, String login) {
        return SignedIn.fromHere()
                .formParam("login", login)
                .formParam("chosen", CHOSEN)
                .formParam("again", CHOSEN)
                .post(link);
    }

    private static Response comeBack(String link, String login, String password) {
        return SignedIn.fromHere()
                .formParam("login", login)
                .formParam("password", password)
                .post(link + "/return");
    }

    private static Response reset(String link, String password) {
        return SignedIn.fromHere()
                .formParam("chosen", password)
                .formParam("again", password)
                .post(link);
    }

    private static String link(String page, String path) {
        Matcher found = Pattern.compile("value=\"http://[^/\"]+(" + path + "[^\"]{43})\"")
                .matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }

    private static RequestSpecification as(Account account) {
        Cookie session = SignedIn.fromHere()
                .formParam("login", account.login())
                .formParam("password", Offices.PASSWORD)
                .post("/sign-in")
                .then()
                .statusCode(303)
                .extract()
                .detailedCookie("xiangpei-session");
        return SignedIn.fromHere()
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .cookie(session);
    }
}
