package org.xiangpei.journeys;

import java.net.URL;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.xiangpei.fixtures.Browser;
import org.xiangpei.fixtures.Offices;
import org.xiangpei.fixtures.Visit;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.identity.Account;
import org.xiangpei.identity.Organization;
import org.xiangpei.identity.Role;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** An administrator invites a colleague, who joins, forgets the password, gets in again, is removed, and comes back. */
@XiangpeiTest
class MembersBrowserTest {

    private static final String FIRST = "four slow barges under the bridge";
    private static final String SECOND = "nine brass bells behind the hill";

    @TestHTTPResource("/")
    URL base;

    private final Organization firm = Offices.firm();
    private final Account chief = Offices.person(firm, Role.ADMINISTRATOR, Role.BUYER);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aColleagueComesForgetsGoesAndComesBack(boolean javaScript) {
        String login = chief.login() + "-wang";
        try (Visit desk = Browser.visit(base, Browser.DESK, javaScript);
                Visit colleague = Browser.visit(base, Browser.DESK, javaScript)) {
            desk.signIn(chief.login(), Offices.PASSWORD);
            desk.open("/members");
            desk.assertUsable("members");
            String link = invite(desk, "王小满");
            desk.assertUsable("members-link");

            colleague.page().navigate(link);
            colleague.assertUsable("join");
            choose(colleague, login, "password1234");
            assertThat(colleague.page().locator("#fault")).containsText("太容易猜到");
            choose(colleague, login, FIRST);
            assertThat(colleague.heading()).hasText("我的账号");
            colleague.page().navigate(link);
            assertThat(colleague.heading()).hasText("链接已经用过");
            colleague.assertUsable("link-used");
            colleague.page().locator(".visitor button").click();

            colleague.open("/sign-in");
            colleague.link("忘记密码").click();
            colleague.assertUsable("forgotten");
            colleague.page().locator("main #login").fill(login);
            colleague.button("申请重置密码").click();
            colleague.assertUsable("forgotten-asked");

            Page page = desk.open("/members");
            assertThat(page.locator(".people tbody tr:has-text('" + login + "')"))
                    .containsText("申请重置密码");
            desk.link("王小满").click();
            desk.assertUsable("person");
            desk.button("生成重置链接").click();
            desk.assertUsable("person-link");
            colleague.page().navigate(page.locator("#made").inputValue());
            colleague.assertUsable("reset");
            colleague.page().locator("#chosen").fill(SECOND);
            colleague.page().locator("#again").fill(SECOND);
            colleague.button("保存新密码").click();
            colleague.signIn(login, SECOND);

            desk.button("把王小满移出单位").click();
            assertThat(page.locator(".people tbody tr")).hasCount(1);
            colleague.open("/account");
            assertThat(colleague.heading()).hasText("登录");

            colleague.page().navigate(invite(desk, "王小满"));
            colleague
                    .page()
                    .locator("summary")
                    .filter(new Locator.FilterOptions().setHasText("已从原单位移出"))
                    .click();
            colleague.assertUsable("join-return");
            comeBack(colleague, login, FIRST);
            assertThat(colleague.page().locator("#fault")).containsText("登录名或密码不对");
            colleague.assertUsable("join-return-wrong");
            comeBack(colleague, login, SECOND);
            assertThat(colleague.heading()).hasText("我的账号");
            assertThat(colleague.page().locator(".facts").first()).containsText(login);
            assertThat(desk.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoHasAnAccountIsMovedWithIt(boolean javaScript) {
        Account moved = Offices.person(Offices.firm(), Role.BUYER);
        try (Visit desk = Browser.visit(base, Browser.DESK, javaScript);
                Visit mover = Browser.visit(base, Browser.DESK, javaScript)) {
            desk.signIn(chief.login(), Offices.PASSWORD);
            desk.open("/members");
            String link = invite(desk, "李谷雨");
            mover.page().navigate(link);
            mover.link("用已有账号登录").click();
            mover.enter(moved.login(), Offices.PASSWORD);
            mover.assertUsable("move");
            mover.button("调入" + firm.name()).click();
            assertThat(mover.heading()).hasText("我的账号");
            assertThat(mover.page().locator(".facts")).containsText(firm.name());
            desk.page().navigate(link);
            assertThat(desk.heading()).hasText("链接已经用过");
        }
    }

    private static String invite(Visit visit, String name) {
        visit.page().locator("#name").fill(name);
        visit.page().getByLabel("采购").check();
        visit.button("生成邀请链接").click();
        assertThat(visit.page().locator(".invitations")).containsText(name);
        return visit.page().locator("#made").inputValue();
    }

    private static void comeBack(Visit visit, String login, String password) {
        visit.page().locator("#old-login").fill(login);
        visit.page().locator("#old-password").fill(password);
        visit.button("用原账号加入并登录").click();
    }

    private static void choose(Visit visit, String login, String password) {
        visit.page().locator("main #login").fill(login);
        visit.page().locator("#chosen").fill(password);
        visit.page().locator("#again").fill(password);
        visit.button("加入并登录").click();
    }
}
