package org.xiangpei.identity.web;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Cookie;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.Newcomer;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.identity.Role;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.xiangpei.fixtures.Newcomer.in;

/** An installation that requires a second factor of those who see what is not theirs, and keeps the secrets sealed. */
@XiangpeiTest
@TestProfile(SecondFactorRequiredTest.Required.class)
class SecondFactorRequiredTest {

    public static class Required implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "xiangpei.sign-in.second-factor",
                    "required",
                    "xiangpei.sign-in.secret-key",
                    "a key for tests that is long enough",
                    "xiangpei.search.index-directory",
                    "target/test-index-required");
        }
    }

    @Test
    void anOperatorSetsOneUpBeforeAnythingElseAndCannotSwitchItOff() {
        Newcomer person = Newcomer.join("x-must", Role.OPERATOR);
        Cookie session = person.session();
        person.signIn().header("Location", endsWith("/account/second-factor?next=%2Fdesk"));
        for (String page : new String[] {"/account", "/account/password", "/account/tokens", "/audit", "/desk"}) {
            in(session).get(page).then().statusCode(303).header("Location", endsWith("/account/second-factor"));
        }
        in(session).get("/api/v1/audit").then().statusCode(401).contentType("application/problem+json");
        List<String> codes = Newcomer.switchOn(session, Newcomer.telephone(session));
        in(session).get("/audit").then().statusCode(200);
        in(session)
                .formParam("present", Newcomer.PASSWORD)
                .formParam("code", codes.get(0))
                .post("/account/second-factor/off")
                .then()
                .statusCode(422);
        in(session).get("/account/second-factor").then().body(containsString("不能关闭"));
    }

    @Test
    void aBuyerMayDoWithout() {
        Newcomer.join("x-may", Role.BUYER).signIn().header("Location", endsWith("/desk"));
    }

    @Test
    void programsGoOnWorking() {
        Newcomer person = Newcomer.join("x-program", Role.OPERATOR);
        Cookie session = person.session();
        Newcomer.switchOn(session, Newcomer.telephone(session));
        String token = TokenPagesTest.create(session, "read_audit");
        given().header("Authorization", "Bearer " + token)
                .get("/api/v1/audit")
                .then()
                .statusCode(200);
    }
}
