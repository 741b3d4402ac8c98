package org.xiangpei.identity.web;

import java.util.List;
import java.util.Set;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.identity.Organization;
import org.xiangpei.identity.OrganizationKind;
import org.xiangpei.identity.Provisioning;
import org.xiangpei.identity.Role;
import org.xiangpei.shared.City;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

/** Signing in, staying signed in, and what ends it. */
@XiangpeiTest
class SignInTest {

    @Inject
    EntityManager entities;

    @Test
    void aPageThatNeedsSomebodyLeadsToTheSignInAndBack() {
        String location = SignedIn.fromHere()
                .get("/account?x=1")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        assertThat(location).endsWith("/sign-in?next=%2Faccount%3Fx%3D1");
        SignedIn.fromHere()
                .formParam("login", " CaiGou ")
                .formParam("password", SignedIn.PASSWORD)
                .formParam("next", "/account?x=1")
                .post("/sign-in")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/account?x=1"));
    }

    @ParameterizedTest
    @CsvSource({"//evil.example/", "https://evil.example/", "/\\evil.example", "/\tx", "javascript:alert(1)", "/sign-in"
    })
    void afterTheSignInNobodyIsSentElsewhere(String next) {
        SignedIn.fromHere()
                .formParam("login", SignedIn.BUYER)
                .formParam("password", SignedIn.PASSWORD)
                .formParam("next", next)
                .post("/sign-in")
                .then()
                .statusCode(303)
                .header("Location", matchesPattern("http://[^/]+/desk"));
    }

    @Test
    void theTrailSaysThatThePersonSignedInAndNotThePublic() {
        SignedIn.freshSession(SignedIn.BUYER);
        List<?> authors = QuarkusTransaction.requiringNew().call(() -> entities.createNativeQuery(
                        "select actor_login from audit_entry where action = 'sign_in' and subject_code = ?1 order by seq desc limit 1")
                .setParameter(1, SignedIn.BUYER)
                .getResultList());
        assertThat(authors).isEqualTo(List.of(SignedIn.BUYER));
    }

    @Test
    void theSessionIsKeptFromScriptsAndOtherSites() {
        Cookie cookie = SignedIn.freshSession(SignedIn.BUYER);
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Lax");
        assertThat(cookie.getMaxAge()).isEqualTo(-1);
    }

    @Test
    void aWrongPasswordAndAnUnknownLoginGetTheSameAnswer() {
        String wrong = failed("fuwu", "not this one at all");
        String unknown = failed("nobody-of-that-name", "not this one at all");
        assertThat(wrong).contains("登录名或密码不对").doesNotContain("not this one at all");
        assertThat(wrong.replace("value=\"fuwu\"", "")).isEqualTo(unknown.replace("value=\"nobody-of-that-name\"", ""));
    }

    @Test
    void signingOutEndsTheSessionOnTheServer() {
        Cookie session = SignedIn.freshSession(SignedIn.BUYER);
        SignedIn.fromHere().cookie(session).get("/account").then().statusCode(200);
        SignedIn.fromHere().cookie(session).post("/sign-out").then().statusCode(303);
        SignedIn.fromHere().cookie(session).get("/account").then().statusCode(303);
        SignedIn.fromHere()
                .cookie(session)
                .get("/products")
                .then()
                .statusCode(200)
                .body(containsString(">登录</a>"));
    }

    @Test
    void onePersonCanSignOutEverywhereElse() {
        Cookie here = SignedIn.freshSession(SignedIn.SERVICE);
        Cookie elsewhere = SignedIn.freshSession(SignedIn.SERVICE);
        SignedIn.fromHere().cookie(here).post("/account/sessions/end").then().statusCode(303);
        SignedIn.forget(SignedIn.SERVICE);
        SignedIn.fromHere().cookie(elsewhere).get("/account").then().statusCode(303);
        SignedIn.fromHere()
                .cookie(here)
                .get("/account")
                .then()
                .statusCode(200)
                .body(allOf(containsString("湘潭湘涟检测服务中心"), containsString("当前")));
    }

    @Test
    void guessingIsSlowedDownAndTheRightPasswordWaitsToo() {
        String login = newPerson("x-guessed");
        for (int i = 0; i < 5; i++) {
            failed(login, "guess number " + i);
        }
        SignedIn.fromHere()
                .formParam("login", login)
                .formParam("password", "the right one of x-guessed")
                .post("/sign-in")
                .then()
                .statusCode(429)
                .body(matchesPattern("(?s).*请在 1\\d 秒后再试.*"));
    }

    @Test
    void aPasswordThatAnotherHasSetIsOnlyGoodToChooseANewOne() {
        String login = newPerson("x-newcomer");
        Cookie session = SignedIn.fromHere()
                .formParam("login", login)
                .formParam("password", "the right one of x-newcomer")
                .post("/sign-in")
                .then()
                .statusCode(303)
                .extract()
                .detailedCookie("xiangpei-session");
        SignedIn.fromHere()
                .cookie(session)
                .get("/account")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/account/password"));
        for (String weak :
                new String[] {"too short", "password1234", "x-newcomer-x-newcomer", "the right one of x-newcomer"}) {
            SignedIn.fromHere()
                    .cookie(session)
                    .formParam("present", "the right one of x-newcomer")
                    .formParam("chosen", weak)
                    .formParam("again", weak)
                    .post("/account/password")
                    .then()
                    .statusCode(422);
        }
        SignedIn.fromHere()
                .cookie(session)
                .formParam("present", "the right one of x-newcomer")
                .formParam("chosen", "四只鹭鸶 飞过橘子洲头")
                .formParam("again", "四只鹭鸶 飞过橘子洲头")
                .post("/account/password")
                .then()
                .statusCode(422)
                .body(containsString("至少 12 个字符"));
        SignedIn.fromHere()
                .cookie(session)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("present", "the right one of x-newcomer")
                .formParam("chosen", "四只鹭鸶慢慢地飞过橘子洲头")
                .formParam("again", "四只鹭鸶慢慢地飞过橘子洲头")
                .post("/account/password")
                .then()
                .statusCode(303);
        SignedIn.fromHere().cookie(session).get("/account").then().statusCode(200);
    }

    @Test
    void whatAnotherSiteSendsIsRefused() {
        Cookie session = SignedIn.freshSession(SignedIn.BUYER);
        for (String site : new String[] {"cross-site", "same-site"}) {
            given().header("Sec-Fetch-Site", site)
                    .cookie(session)
                    .post("/sign-out")
                    .then()
                    .statusCode(403)
                    .body(containsString("不是从本站页面发出的"));
        }
        given().header("Origin", "http://evil.example")
                .cookie(session)
                .post("/sign-out")
                .then()
                .statusCode(403);
        given().cookie(session).post("/sign-out").then().statusCode(403);
        SignedIn.fromHere().cookie(session).get("/account").then().statusCode(200);
    }

    @Test
    void aTokenIsGoodForItsScopesAndForNothingAfterItWasRevoked() {
        given().header("Authorization", "Bearer xp_wrong")
                .get("/api/v1/products")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", containsString("Bearer"))
                .body("type", equalTo("urn:xiangpei:problem:not-signed-in"));
        given().header("Authorization", "Bearer " + SignedIn.token())
                .get("/api/v1/products")
                .then()
                .statusCode(200)
                .contentType(ContentType.JSON);
        given().header("Authorization", "Bearer " + SignedIn.token())
                .redirects()
                .follow(false)
                .get("/account")
                .then()
                .statusCode(403)
                .body(not(containsString("登录中的浏览器")));
    }

    private static String failed(String login, String password) {
        return SignedIn.fromHere()
                .formParam("login", login)
                .formParam("password", password)
                .post("/sign-in")
                .then()
                .statusCode(422)
                .extract()
                .asString();
    }

    private static String newPerson(String login) {
        Provisioning provisioning = Arc.container().instance(Provisioning.class).get();
        var details =
                new Organization.Details(OrganizationKind.FIRM, "测试企业 " + login, null, City.CHANGSHA, null, false);
        var account = provisioning.join(
                provisioning.open(details), new Provisioning.Person(login, "测试", null), Set.of(Role.SUPPLIER));
        provisioning.givePassword(account, "the right one of " + login);
        return login;
    }
}
