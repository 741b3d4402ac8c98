package org.xiangpei.journeys;

import java.net.URL;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.xiangpei.fixtures.Browser;
import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.Visit;
import org.xiangpei.fixtures.XiangpeiTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Everybody lands on an own desk after the sign-in, and finds there what is theirs. */
@XiangpeiTest
class DeskBrowserTest {

    @TestHTTPResource("/")
    URL base;

    @ParameterizedTest
    @ValueSource(
            strings = {
                SignedIn.BUYER,
                SignedIn.FIRM,
                SignedIn.SUPPLIER,
                SignedIn.CHANGSHA,
                SignedIn.SERVICE,
                SignedIn.OPERATOR
            })
    void everybodyCanUseTheDeskAndTheAccountOnADeskAndOnATelephone(String login) {
        try (var visit = Browser.visit(base, Browser.DESK)) {
            signIn(visit, login);
            for (String path : new String[] {"/desk", "/account", "/account/password"}) {
                visit.open(path);
                visit.assertUsable(path.substring(1).replace('/', '-') + "-" + login);
            }
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void everyToolOfTheOperatorOpens() {
        try (var visit = Browser.visit(base, Browser.DESK)) {
            signIn(visit, SignedIn.OPERATOR);
            for (String href : visit.page().locator(".desk-tools a").all().stream()
                    .map(it -> it.getAttribute("href"))
                    .toList()) {
                assertThat(visit.page().navigate(visit.address(href)).status())
                        .as(href)
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void aSupplierFindsTheOwnProductsAndNoToolsOfOthers() {
        try (var visit = Browser.visit(base, Browser.PHONE)) {
            visit.signIn(SignedIn.SUPPLIER, SignedIn.PASSWORD);
            assertThat(visit.page().url()).endsWith("/desk");
            assertThat(visit.page().locator("main").innerText())
                    .contains("永磁牵引变流器", "本企业在目录中的产品")
                    .doesNotContain("审计记录", "导入目录", "单位注册审核");
            visit.button("退出").click();
            visit.page().waitForURL(url -> !url.contains("/desk"));
            assertThat(visit.open("/desk").url()).contains("/sign-in?next=%2Fdesk");
        }
    }

    /** The browser still has what was typed, and sends it again after the sign-in in another window. */
    @Test
    void whoseSessionEndsWhileWritingLosesNothing() {
        try (var visit = Browser.visit(base, Browser.DESK)) {
            signIn(visit, SignedIn.BUYER);
            visit.open("/account/password");
            visit.page().getByLabel("现在的密码").fill("typed while the session ended");
            visit.page().getByLabel("新密码").first().fill("typed while the session ended too");
            visit.page().getByLabel("再输一次新密码").fill("typed while the session ended too");
            visit.page().context().clearCookies();
            visit.button("保存新密码").click();
            assertThat(visit.heading().innerText()).isEqualTo("需要登录");
            assertThat(visit.accessibilityViolations()).isEmpty();
            Page other = visit.page().context().newPage();
            other.navigate(visit.address("/sign-in"));
            other.getByLabel("登录名").fill(SignedIn.BUYER);
            other.getByLabel("密码").fill(SignedIn.PASSWORD);
            other.getByLabel("密码").press("Enter");
            other.waitForURL(url -> url.endsWith("/desk"));
            visit.button("已登录，重新提交").click();
            visit.page().waitForSelector("text=现在的密码不对");
        }
    }

    private static void signIn(Visit visit, String login) {
        visit.as(login);
        visit.open("/desk");
    }
}
