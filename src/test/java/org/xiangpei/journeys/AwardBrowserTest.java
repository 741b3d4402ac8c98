package org.xiangpei.journeys;

import java.net.URL;
import java.util.Optional;
import java.util.Set;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.http.TestHTTPResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.Browser;
import org.xiangpei.fixtures.Offices;
import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.Visit;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.identity.Account;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Organization;
import org.xiangpei.identity.Role;
import org.xiangpei.shared.City;
import org.xiangpei.sourcing.Asking;
import org.xiangpei.sourcing.award.Opened;
import org.xiangpei.sourcing.award.Quoted;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Two officers compare and decide line by line; the firm that lost reads why; a line without an inquiry gets its end. */
@XiangpeiTest
class AwardBrowserTest {

    @TestHTTPResource("/")
    URL base;

    @BeforeEach
    @AfterEach
    void clean() {
        Opened.clean();
    }

    @Test
    void twoOfficersCompareAndAwardAndTheFirmReadsTheResult() {
        Organization buyers = Offices.firm();
        Account officer = Offices.person(buyers, Role.BUYER);
        Account colleague = Offices.person(buyers, Role.BUYER);
        Actor actor = Actor.member(
                officer.login(),
                officer.login(),
                buyers.code(),
                buyers.name(),
                Optional.of(City.CHANGSHA),
                Set.of(Role.BUYER));
        Opened opened = Quoted.threeLines(actor, Asking.terms(1, true), "F005");
        String inquiry = "/inquiries/" + opened.code();
        try (Visit first = Browser.visit(base, Browser.DESK);
                Visit second = Browser.visit(base, Browser.DESK);
                Visit firm = Browser.visit(base, Browser.DESK)) {
            first.signIn(officer.login(), Offices.PASSWORD);
            compare(first, inquiry);
            propose(first);
            second.signIn(colleague.login(), Offices.PASSWORD);
            second.open(inquiry + "/award");
            second.assertUsable("award-to-approve");
            second.page().locator(".send-back summary").click();
            second.page().locator("#reason").fill("第二行请写明为什么不选最低价");
            second.button("退回").click();
            first.open(inquiry + "/award");
            first.assertUsable("award-sent-back");
            first.page().locator("[id='reason.2']").fill("与现有控制系统通用，备件可以互换");
            first.button("提交方案，等另一位批准").click();
            assertThat(first.page().locator("#done")).containsText("方案已提交");
            second.open(inquiry + "/award");
            second.button("批准并定标").click();
            assertThat(second.page().locator("#done")).containsText("已定标");
            second.assertUsable("award-decided");

            firm.as(SignedIn.FIRM);
            firm.open("/invitations/" + opened.code() + "/result");
            assertThat(firm.page().locator("main")).containsText("备件可以互换");
            firm.assertUsable("award-result");

            outcomes(first, opened);
            assertThat(first.complaints()).allMatch(it -> it.contains("422"), "a form that was refused on purpose");
            assertThat(second.complaints()).isEmpty();
            assertThat(firm.complaints()).isEmpty();
        }
    }

    private static void compare(Visit officer, String inquiry) {
        Page page = officer.open(inquiry + "/comparison");
        officer.assertUsable("comparison");
        page.getByRole(AriaRole.RADIO, new GetByRoleOptions().setName("第 2 行选 苏州某电梯有限公司"))
                .check();
        assertThat(page.locator("#whatif")).containsText("比各行最低多");
        page.locator(".replies summary").first().click();
        officer.assertUsable("comparison-selected");
        page.locator("#settings summary").click();
        page.locator("input[name=column][value=goods]").uncheck();
        officer.button("更新表格").click();
        assertThat(page.locator(".quote-grid")).not().containsText("总价");
        assertThat(page.locator("#whatif")).containsText("比各行最低多");
        page.locator("#settings summary").click();
        officer.assertUsable("comparison-narrow");
    }

    private static void propose(Visit officer) {
        Page page = officer.page();
        officer.button("按此方案定标").click();
        officer.assertUsable("award-form");
        officer.button("提交方案，等另一位批准").click();
        assertThat(page.locator("#refused")).containsText("要改");
        page.locator("[id='reason.2']").fill("更合适");
        page.locator("input[name='rest.3'][value=elsewhere]").check();
        officer.button("提交方案，等另一位批准").click();
        assertThat(page.locator("#faults-3")).containsText("请写供应商名称");
        officer.assertUsable("award-form-wrong");
        page.locator("[id='supplier.3']").fill("南京某空调有限公司");
        page.locator("[id='place.3']").fill("江苏省南京市");
        page.locator("[id='why.3']").selectOption("no_product");
        page.locator("[id='amount.3']").fill("56,000");
        officer.button("提交方案，等另一位批准").click();
        assertThat(page.locator("#done")).containsText("方案已提交");
        officer.assertUsable("award-proposed");
    }

    private static void outcomes(Visit officer, Opened opened) {
        officer.open("/requirements/" + opened.requirement() + "/outcomes");
        officer.assertUsable("outcomes-met");
        Page page = officer.open("/requirements/" + opened.requirement());
        officer.assertUsable("outcomes-on-requirement");
        officer.button("结束需求").click();
        assertThat(page.locator(".title .badge")).hasText("已结束");
    }

    /** The comparison is a form: everything works without scripts. */
    @Test
    void theComparisonWorksWithoutScripts() {
        Organization buyers = Offices.firm();
        Account officer = Offices.person(buyers, Role.BUYER);
        Actor actor = Actor.member(
                officer.login(),
                officer.login(),
                buyers.code(),
                buyers.name(),
                Optional.of(City.CHANGSHA),
                Set.of(Role.BUYER));
        Opened opened = Quoted.threeLines(actor, Asking.terms(), "F005");
        String requirement = Asking.requirement(actor);
        try (Visit visit = Browser.visitWithoutJavaScript(base, Browser.DESK)) {
            visit.signIn(officer.login(), Offices.PASSWORD);
            Page page = visit.open("/inquiries/" + opened.code() + "/comparison");
            page.getByRole(AriaRole.RADIO, new GetByRoleOptions().setName("第 2 行选 苏州某电梯有限公司"))
                    .check();
            visit.button("重算").last().click();
            assertThat(page.locator("#whatif")).containsText("比各行最低多");
            visit.button("到货成本（元）").click();
            visit.assertUsable("comparison");
            visit.button("按此方案定标").click();
            assertThat(page.locator("[name='qty.2." + opened.of("苏州某电梯有限公司") + "']"))
                    .hasValue("10");
            visit.assertUsable("award-form");
            visit.open("/requirements/" + requirement + "/outcomes");
            page.locator(".record summary").first().click();
            visit.assertUsable("outcomes");
        }
    }
}
