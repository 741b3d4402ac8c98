package org.xiangpei.journeys;

import java.net.URL;

import io.quarkus.test.common.http.TestHTTPResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.xiangpei.fixtures.Browser;
import org.xiangpei.fixtures.Newcomer;
import org.xiangpei.fixtures.Telephone;
import org.xiangpei.fixtures.Visit;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.identity.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody protects the own account with a telephone, signs in with it, and gives a program a token. */
@XiangpeiTest
class SecondFactorBrowserTest {

    @TestHTTPResource("/")
    URL base;

    @Test
    void somebodySetsATelephoneUpAndSignsInWithIt() {
        Newcomer person = Newcomer.join("x-telephone", Role.OPERATOR);
        try (var visit = Browser.visitWithoutJavaScript(base, Browser.DESK)) {
            password(visit, person);
            Telephone telephone = setUp(visit);
            visit.button("退出").click();
            password(visit, person);
            assertThat(visit.heading().textContent()).isEqualTo("两步验证");
            visit.page().locator("#code").fill("000000");
            visit.button("完成登录").click();
            assertThat(visit.page().locator("[role=alert]").textContent()).contains("验证码不对");
            visit.page().locator("#code").fill(telephone.nextCode());
            visit.button("完成登录").click();
            assertThat(visit.page().url()).endsWith("/desk");
        }
    }

    @Test
    void everybodyCanUseItOnADeskAndOnATelephone() {
        Newcomer person = Newcomer.join("x-any-window", Role.OPERATOR);
        try (var visit = Browser.visit(base, Browser.DESK)) {
            password(visit, person);
            visit.open("/account");
            visit.assertUsable("second-factor-1");
            visit.open("/account/second-factor");
            visit.assertUsable("second-factor-2");
            setUp(visit);
            visit.assertUsable("second-factor-3");
            visit.open("/account/second-factor");
            visit.assertUsable("second-factor-4");
            visit.button("退出").click();
            password(visit, person);
            visit.page().locator("summary").click();
            visit.assertUsable("second-factor-5");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void somebodyGivesAProgramATokenAndTakesItBack(boolean javaScript) {
        Newcomer person = Newcomer.join("x-tokens-" + javaScript, Role.OPERATOR);
        try (var visit = Browser.visit(base, Browser.DESK, javaScript)) {
            password(visit, person);
            visit.open("/account");
            visit.link("访问令牌").click();
            visit.assertUsable("second-factor-6");
            visit.page().getByLabel("名称").fill("台账每日上传");
            visit.page().getByLabel("登记和更正采购台账").check();
            visit.page().getByLabel("有效期").selectOption("30");
            visit.button("新建令牌").click();
            assertThat(visit.page().locator("code.secret").textContent()).startsWith("xp_");
            visit.assertUsable("second-factor-7");
            visit.button("撤销令牌 台账每日上传").click();
            visit.page().getByText("还没有令牌").waitFor();
            assertThat(visit.complaints()).isEmpty();
        }
    }

    private static void password(Visit visit, Newcomer person) {
        visit.signIn(person.login(), Newcomer.PASSWORD);
    }

    private static Telephone setUp(Visit visit) {
        visit.open("/account");
        visit.link("两步验证").click();
        var telephone = new Telephone(visit.page().locator("code.secret").textContent());
        visit.page().getByLabel("输入手机上现在显示的 6 位数字").fill(telephone.code());
        visit.button("启用").click();
        assertThat(visit.page().locator(".secret-list li").count()).isEqualTo(10);
        return telephone;
    }
}
