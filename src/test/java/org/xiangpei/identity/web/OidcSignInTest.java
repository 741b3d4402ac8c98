package org.xiangpei.identity.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.XiangpeiTest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;

/** With an identity provider by configuration alone: who is proven there gets a session here, with the roles that the claims stand for. */
@XiangpeiTest
@TestProfile(OidcSignInTest.WithProvider.class)
@QuarkusTestResource(value = TokenIssuer.class, restrictToAnnotatedClass = true)
class OidcSignInTest {

    public static class WithProvider implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "xiangpei.oidc.roles.bureau",
                    "gongxin-officer",
                    "xiangpei.search.index-directory",
                    "target/oidc-index");
        }
    }

    private static final String BUREAU = "长沙市工业和信息化局（示例）";

    @Inject
    EntityManager entities;

    @Test
    void whoIsProvenThereIsSignedInHereWithTheMappedRoles() {
        TokenIssuer.nextIs("s-1", claims("zhang", code(BUREAU), "gongxin-officer", "something-else"));
        Response done = signIn();
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(done.header("Location")).endsWith("/desk");
        SignedIn.fromHere()
                .cookie("xiangpei-session", done.cookie("xiangpei-session"))
                .get("/account")
                .then()
                .statusCode(200)
                .body(containsString("张三"))
                .body(containsString(BUREAU))
                .body(containsString("工信审查"));
        SignedIn.fromHere()
                .cookie("xiangpei-session", done.cookie("xiangpei-session"))
                .get("/audit")
                .then()
                .statusCode(200);
    }

    @Test
    void whomTheProviderMovesActsForTheNewOrganisationAndKeepsTheHistory() {
        TokenIssuer.nextIs("s-2", claims("li", code(BUREAU), "gongxin-officer"));
        assertThat(signIn().statusCode()).isEqualTo(303);
        TokenIssuer.nextIs("s-2", claims("li", code("株洲市工业和信息化局（示例）"), "gongxin-officer"));
        assertThat(signIn().statusCode()).isEqualTo(303);
        assertThat(list("select o.name || case when m.until is null then ' now' else ' then' end from membership m"
                        + " join account a on a.id = m.account_id join organization o on o.code = m.organization_code"
                        + " where a.subject = 's-2' order by m.id"))
                .containsExactly(BUREAU + " then", "株洲市工业和信息化局（示例） now");
    }

    @Test
    void whoSignsOutHereIsSentToSignOutThereToo() {
        TokenIssuer.nextIs("s-6", claims("qian", code(BUREAU), "gongxin-officer"));
        String session = signIn().cookie("xiangpei-session");
        Response out = SignedIn.fromHere().cookie("xiangpei-session", session).post("/sign-out");
        assertThat(out.statusCode()).isEqualTo(200);
        assertThat(out.header("Cache-Control")).isEqualTo("no-store");
        assertThat(out.asString()).contains("已退出湘配", "退出统一身份登录");
        String there = out.header("Refresh").replaceFirst("^0; url=", "");
        assertThat(there)
                .contains("/xiangpei/endsession?", "client_id=xiangpei-service", "id_token_hint=ey")
                .containsPattern("post_logout_redirect_uri=http%3A%2F%2F[a-z0-9.]+%3A" + RestAssured.port + "%2F$");
        Response back =
                given().redirects().follow(false).urlEncodingEnabled(false).get(there);
        assertThat(back.header("Location")).contains(":" + RestAssured.port + "/");
        SignedIn.fromHere()
                .cookie("xiangpei-session", session)
                .get("/desk")
                .then()
                .statusCode(303);
        SignedIn.fromHere()
                .cookie(SignedIn.freshSession(SignedIn.BUYER))
                .post("/sign-out")
                .then()
                .statusCode(303)
                .header("Refresh", nullValue());
    }

    @Test
    void aChineseNameIsWrittenAsItIsSaid() {
        var named = new HashMap<String, Object>(claims("sun", code(BUREAU), "gongxin-officer"));
        named.putAll(Map.of("name", "悟空 孙", "given_name", "悟空", "family_name", "孙"));
        TokenIssuer.nextIs("s-7", named);
        assertThat(signIn().statusCode()).isEqualTo(303);
        named.putAll(
                Map.of("preferred_username", "smith", "name", "Jo Smith", "given_name", "Jo", "family_name", "Smith"));
        TokenIssuer.nextIs("s-8", named);
        assertThat(signIn().statusCode()).isEqualTo(303);
        assertThat(list("select name from account where subject in ('s-7', 's-8') order by subject"))
                .containsExactly("孙悟空", "Jo Smith");
    }

    @Test
    void whoHasNoPlaceHereIsToldWhy() {
        TokenIssuer.nextIs("s-3", claims("wang", "U999999", "gongxin-officer"));
        assertThat(signIn().asString()).contains("U999999", "还没有在这里注册");
        TokenIssuer.nextIs("s-4", claims("zhao", code(BUREAU), "stranger"));
        assertThat(signIn().asString()).contains("没有给您这类单位可有的角色");
        TokenIssuer.nextIs("s-5", claims(SignedIn.CHANGSHA, code(BUREAU), "gongxin-officer"));
        Response taken = signIn();
        assertThat(taken.statusCode()).isEqualTo(403);
        assertThat(taken.asString()).contains("已属于另一个账号", "要换一个账号", "/xiangpei/endsession?");
        assertThat(taken.cookies()).doesNotContainKey("xiangpei-session");
        assertThat(list("select login from account where subject in ('s-3', 's-4', 's-5')"))
                .isEmpty();
    }

    @Test
    void theSignInPageOffersTheProviderAndPasswordsStillWork() {
        SignedIn.fromHere().get("/sign-in").then().body(containsString("统一身份登录"));
        assertThat(SignedIn.freshSession(SignedIn.BUYER).getValue()).isNotEmpty();
    }

    /** As a browser goes: to us, to the provider, and back to us with the code. */
    private static Response signIn() {
        Response toProvider = given().redirects().follow(false).get("/sign-in/oidc");
        assertThat(toProvider.statusCode()).isEqualTo(302);
        Response back =
                given().redirects().follow(false).urlEncodingEnabled(false).get(toProvider.header("Location"));
        assertThat(back.statusCode()).isEqualTo(302);
        Response answer = given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .cookies(toProvider.cookies())
                .get(back.header("Location"));
        if (answer.statusCode() != 302) {
            return answer;
        }
        Map<String, String> cookies = new HashMap<>(toProvider.cookies());
        cookies.putAll(answer.cookies());
        return given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .cookies(cookies)
                .get(answer.header("Location"));
    }

    private static Map<String, ?> claims(String login, String organization, String... roles) {
        return Map.of(
                "preferred_username",
                login,
                "name",
                "张三",
                "organization",
                organization,
                "realm_access",
                Map.of("roles", List.of(roles)));
    }

    private String code(String organization) {
        return list("select code from organization where name = '" + organization + "'")
                .getFirst();
    }

    @SuppressWarnings("unchecked")
    private List<String> list(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery(sql, String.class).getResultList());
    }
}
