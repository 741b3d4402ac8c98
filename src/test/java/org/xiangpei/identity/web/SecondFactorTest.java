package org.xiangpei.identity.web;

import java.util.List;

import io.restassured.http.Cookie;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.Newcomer;
import org.xiangpei.fixtures.Telephone;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.identity.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.xiangpei.fixtures.Newcomer.in;

/** The second factor: a password alone no longer opens the account. */
@XiangpeiTest
class SecondFactorTest {

    private static final String CODE_PAGE = "/sign-in/second-factor";
    private static final String ACCOUNT_PAGE = "/account/second-factor";

    @Test
    void thePasswordAloneLeadsToTheCodeAndNowhereElse() {
        Newcomer person = Newcomer.join("x-half", Role.BUYER);
        Newcomer.switchOn(person.session(), Newcomer.telephone(person.session()));
        Cookie half = person.signIn()
                .statusCode(303)
                .header("Location", endsWith(CODE_PAGE + "?next=%2Fdesk"))
                .extract()
                .detailedCookie("xiangpei-session");
        for (String page : new String[] {"/account", "/account/password", ACCOUNT_PAGE, "/account/tokens", "/desk"}) {
            in(half).get(page).then().statusCode(303).header("Location", endsWith(CODE_PAGE));
        }
        in(half).formParam("present", Newcomer.PASSWORD)
                .formParam("chosen", "五只鹭鸶慢慢地飞过橘子洲头")
                .formParam("again", "五只鹭鸶慢慢地飞过橘子洲头")
                .post("/account/password")
                .then()
                .statusCode(401);
        person.signIn().statusCode(303);
    }

    @Test
    void aCodeIsAcceptedOnce() {
        Newcomer person = Newcomer.join("x-replay", Role.BUYER);
        Cookie first = person.session();
        Telephone telephone = Newcomer.telephone(first);
        String used = telephone.code();
        Newcomer.switchOn(first, telephone);
        Cookie half = person.session();
        give(half, used, 422, "已经用过");
        give(half, telephone.nextCode(), 303, "");
        in(half).get("/account").then().statusCode(200);
        give(person.session(), telephone.nextCode(), 422, "已经用过");
    }

    @Test
    void aCodeMayBeTypedWithSpacesAndInWideDigits() {
        Newcomer person = Newcomer.join("x-wide", Role.BUYER);
        Cookie first = person.session();
        Telephone telephone = Newcomer.telephone(first);
        Newcomer.switchOn(first, telephone);
        String code = telephone.nextCode();
        String wide = code.chars()
                .mapToObj(digit -> Character.toString(digit - '0' + '０'))
                .reduce("", (one, other) -> one + " " + other);
        give(person.session(), wide, 303, "");
    }

    @Test
    void aRecoveryCodeIsGoodOnceAndNewOnesReplaceAll() {
        Newcomer person = Newcomer.join("x-lost", Role.BUYER);
        Cookie first = person.session();
        List<String> codes = Newcomer.switchOn(first, Newcomer.telephone(first));
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        Cookie session = person.session();
        give(session, codes.get(0), 303, "");
        in(session).get(ACCOUNT_PAGE).then().statusCode(200).body(containsString("还有 9 个没有用过"));
        give(person.session(), codes.get(0), 422, "已经用过");
        in(session)
                .formParam("code", codes.get(1).toUpperCase(java.util.Locale.ROOT))
                .post(ACCOUNT_PAGE + "/recovery-codes")
                .then()
                .statusCode(200);
        give(person.session(), codes.get(2), 422, "已经用过");
    }

    @Test
    void guessingCodesIsSlowedDownAndThePasswordDoesNotClearThat() {
        Newcomer person = Newcomer.join("x-guessed-code", Role.BUYER);
        Cookie first = person.session();
        Telephone telephone = Newcomer.telephone(first);
        Newcomer.switchOn(first, telephone);
        for (int i = 0; i < 5; i++) {
            give(person.session(), "00000" + i, 422, "验证码不对");
        }
        give(person.session(), telephone.nextCode(), 429, "请在");
    }

    @Test
    void switchingOnEndsTheOtherSessionsAndKeepsThisOne() {
        Newcomer person = Newcomer.join("x-elsewhere", Role.BUYER);
        Cookie elsewhere = person.session();
        Cookie here = person.session();
        Newcomer.switchOn(here, Newcomer.telephone(here));
        in(elsewhere).get("/account").then().statusCode(303).header("Location", containsString("/sign-in?next="));
        in(here).get("/account").then().statusCode(200);
    }

    @Test
    void aWrongFirstCodeKeepsTheSecretThatWasScanned() {
        Newcomer person = Newcomer.join("x-mistyped", Role.BUYER);
        Cookie session = person.session();
        Telephone telephone = Newcomer.telephone(session);
        in(session)
                .formParam("secret", telephone.secret())
                .formParam("code", "12345")
                .post(ACCOUNT_PAGE)
                .then()
                .statusCode(422)
                .body(allOf(containsString("验证码不对"), containsString(telephone.secret())));
        in(session)
                .formParam("secret", "MZXW6")
                .formParam("code", "123456")
                .post(ACCOUNT_PAGE)
                .then()
                .statusCode(400);
        person.signIn().header("Location", endsWith("/desk"));
    }

    @Test
    void itIsSwitchedOffByPasswordAndCodeTogether() {
        Newcomer person = Newcomer.join("x-off", Role.OPERATOR);
        Cookie session = person.session();
        List<String> codes = Newcomer.switchOn(session, Newcomer.telephone(session));
        off(session, "not the password at all", codes.get(0), 422, "现在的密码不对");
        off(session, Newcomer.PASSWORD, "000000", 422, "验证码不对");
        off(session, Newcomer.PASSWORD, codes.get(0), 303, "");
        person.signIn().statusCode(303).header("Location", endsWith("/desk"));
        off(session, Newcomer.PASSWORD, codes.get(1), 409, "还没有启用");
    }

    @Test
    void afterTheSignInNobodyIsSentElsewhere() {
        Newcomer person = Newcomer.join("x-next", Role.BUYER);
        Cookie first = person.session();
        Telephone telephone = Newcomer.telephone(first);
        Newcomer.switchOn(first, telephone);
        in(person.session())
                .formParam("code", telephone.nextCode())
                .formParam("next", "https://evil.example/")
                .post(CODE_PAGE)
                .then()
                .statusCode(303)
                .header("Location", matchesPattern("http://[^/]+/desk"));
    }

    private static void give(Cookie session, String code, int status, String says) {
        in(session)
                .formParam("code", code)
                .post(CODE_PAGE)
                .then()
                .statusCode(status)
                .body(containsString(says), not(containsString("Exception")));
    }

    private static void off(Cookie session, String password, String code, int status, String says) {
        in(session)
                .formParam("present", password)
                .formParam("code", code)
                .post(ACCOUNT_PAGE + "/off")
                .then()
                .statusCode(status)
                .body(containsString(says));
    }
}
