package org.xiangpei.identity.web;

import java.util.regex.Pattern;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.xiangpei.fixtures.Newcomer;
import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.identity.Role;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.xiangpei.fixtures.Newcomer.in;

/** What people give to programs, and take back. */
@XiangpeiTest
class TokenPagesTest {

    private static final String PAGE = "/account/tokens";
    private static final Pattern TOKEN = Pattern.compile("xp_[\\w-]{43}");
    private static final Pattern REVOKE = Pattern.compile(PAGE + "/(\\d+)/revoke");

    @Inject
    EntityManager entities;

    @Test
    void aTokenIsShownOnceAndOpensItsScopesOnly() {
        Cookie session = Newcomer.join("x-token", Role.OPERATOR).session();
        String token = create(session, "read_audit");
        in(session)
                .get(PAGE)
                .then()
                .body(allOf(containsString("每日"), containsString("未用过"), not(containsString(token))));
        call(token, 200);
        given().header("Authorization", "Bearer " + token)
                .multiPart("file", "x.csv", "x".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/api/v1/purchases/imports")
                .then()
                .statusCode(403);
        in(session).get(PAGE).then().body(not(containsString("未用过")));
    }

    @Test
    void aRevokedTokenOpensNothing() {
        Cookie session = Newcomer.join("x-revoker", Role.OPERATOR).session();
        String token = create(session, "read_audit");
        long id = idOfOnly(session);
        in(session).post(PAGE + "/" + id + "/revoke").then().statusCode(303);
        call(token, 401);
        in(session).get(PAGE).then().body(containsString("还没有令牌"));
        in(session).post(PAGE + "/" + id + "/revoke").then().statusCode(404);
    }

    @Test
    void anExpiredTokenOpensNothing() {
        Cookie session = Newcomer.join("x-expired", Role.OPERATOR).session();
        String token = create(session, "read_audit");
        long id = idOfOnly(session);
        QuarkusTransaction.requiringNew().run(() -> entities.createNativeQuery(
                        "update access_token set expires_at = now() - interval '1 second' where id = :id")
                .setParameter("id", id)
                .executeUpdate());
        call(token, 401);
    }

    @Test
    void theTokenOfAnotherIsNotFound() {
        Cookie owner = Newcomer.join("x-owner", Role.OPERATOR).session();
        String token = create(owner, "read_audit");
        Cookie other = Newcomer.join("x-other", Role.OPERATOR).session();
        in(other).post(PAGE + "/" + idOfOnly(owner) + "/revoke").then().statusCode(404);
        call(token, 200);
    }

    @ParameterizedTest
    @CsvSource({
        "'', read_audit, 90, 请给令牌起一个名称",
        "每日, '', 90, 请至少选一项用途",
        "每日, use_own_account, 90, 请至少选一项用途",
        "每日, manage_members, 90, 请至少选一项用途",
        "每日, no_such_thing, 90, 请至少选一项用途",
        "每日, read_audit, 367, 请选择有效期",
        "每日, read_audit, '', 请选择有效期"
    })
    void whatIsWrongIsSaidAndWhatWasTypedIsKept(String name, String scope, String days, String says) {
        SignedIn.as(SignedIn.OPERATOR)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("name", name)
                .formParam("scope", scope)
                .formParam("days", days)
                .post(PAGE)
                .then()
                .statusCode(422)
                .body(allOf(
                        containsString(says), containsString("value=\"" + name + "\""), not(containsString("xp_"))));
    }

    @Test
    void aBureauCannotLetAProgramDoWhatItMayNotDo() {
        SignedIn.as(SignedIn.CHANGSHA)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("name", "X")
                .formParam("scope", "import_purchases")
                .formParam("scope", "read_audit")
                .formParam("days", "30")
                .post(PAGE)
                .then()
                .statusCode(422)
                .body(containsString("只能选您自己有权做的事"));
    }

    @Test
    void whoHasNothingForProgramsIsToldSo() {
        SignedIn.as(SignedIn.SUPPLIER).get(PAGE).then().statusCode(200).body(containsString("没有需要令牌的接口"));
    }

    /** @return the token, as the page showed it */
    static String create(Cookie session, String scope) {
        String page = in(session)
                .formParam("name", "每日<b>")
                .formParam("scope", scope)
                .formParam("days", "30")
                .post(PAGE)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body(not(containsString("每日<b>")))
                .extract()
                .asString();
        return TOKEN.matcher(page).results().findFirst().orElseThrow().group();
    }

    private static long idOfOnly(Cookie session) {
        String page = in(session).get(PAGE).then().extract().asString();
        var ids = REVOKE.matcher(page).results().map(it -> it.group(1)).toList();
        assertThat(ids).hasSize(1);
        return Long.parseLong(ids.getFirst());
    }

    private static void call(String token, int status) {
        given().header("Authorization", "Bearer " + token)
                .get("/api/v1/audit")
                .then()
                .statusCode(status);
    }
}
