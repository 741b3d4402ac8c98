package org.xiangpei.journeys;

import java.math.BigDecimal;
import java.net.URL;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Inject;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.Browser;
import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.Visit;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Organization;
import org.xiangpei.identity.Provisioning;
import org.xiangpei.identity.Role;
import org.xiangpei.requirement.Buying;
import org.xiangpei.requirement.CriteriaText;
import org.xiangpei.requirement.KeptLine;
import org.xiangpei.shared.City;
import org.xiangpei.sourcing.Asking;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** An officer asks from a requirement; a firm reads and asks; a supplier without an account comes in by a link; the officer answers, extends, cancels. */
@XiangpeiTest
class InquiryBrowserTest {

    private static final String PASSPHRASE = "沅江边的旧码头在下雨";

    @TestHTTPResource("/")
    URL base;

    @Inject
    Provisioning provisioning;

    @Inject
    Clock clock;

    private String requirement;

    @BeforeEach
    void begin() {
        Asking.clean();
        Organization office = provisioning.findDemo("株洲河东公共交通中心（示例）").orElseThrow();
        Actor buyer = Actor.member(
                SignedIn.BUYER, "示例采购员", office.code(), office.name(), Optional.of(City.ZHUZHOU), Set.of(Role.BUYER));
        requirement = Asking.requirement(
                buyer,
                new KeptLine.Content(
                        "工程液压缸",
                        "起升油缸，含接头",
                        "hydraulic_cylinder",
                        new BigDecimal("40"),
                        "只",
                        new BigDecimal("120000"),
                        null,
                        CriteriaText.read("bore_diameter equals 100 mm; working_pressure at_least 16 MPa")),
                Buying.unknown("还没有数量的备件"));
    }

    @AfterEach
    void clean() {
        Asking.clean();
    }

    @Test
    void anOfficerAsksAndTheInvitedReadAskAndAreAnswered() {
        try (Visit buyer = Browser.visit(base, Browser.DESK);
                Visit firm = Browser.visit(base, Browser.DESK);
                Visit guest = Browser.visit(base, Browser.DESK)) {
            buyer.as(SignedIn.BUYER);
            String code = draft(buyer);
            String link = publish(buyer, code);

            firm.as(SignedIn.FIRM);
            ask(firm);
            enter(guest, link, code);
            answer(buyer, code);

            firm.open("/invitations/" + code);
            assertThat(firm.page().locator("#questions")).containsText("含运费，送到株洲。");
            firm.assertUsable("invitation-answered");
            guest.open("/invitations/" + code);
            assertThat(guest.page().locator("#questions")).containsText("含运费，送到株洲。");

            cancel(buyer, code);
            firm.open("/invitations/" + code);
            assertThat(firm.page().locator("main")).containsText("项目停建");
            firm.assertUsable("invitation-cancelled");
            assertThat(buyer.complaints()).allMatch(it -> it.contains("422"), "a form that was refused on purpose");
            assertThat(firm.complaints()).isEmpty();
            assertThat(guest.complaints()).allMatch(it -> it.contains("422"));
        }
    }

    /** @return the code of the draft */
    private String draft(Visit buyer) {
        Page page = buyer.page();
        buyer.open("/inquiries");
        buyer.assertUsable("inquiries-empty");
        buyer.open("/requirements/" + requirement + "/answers");
        buyer.link("发起询价").click();
        buyer.assertUsable("inquiry-pick");
        buyer.button("下一步，选供应商").click();
        page.locator("input[name=choose]").first().waitFor();
        buyer.assertUsable("inquiry-begin");
        page.locator("input[name=choose]").first().check();
        page.locator("input[name=choose][value='2:P009']").check();
        page.locator("[name=otherName]").first().fill("岳阳外来机电厂");
        page.locator("[name=otherPlace]").first().fill("火星");
        page.locator("#price").fill("80");
        buyer.button("存为草稿，下一步核对").click();
        assertThat(page.locator("#refused")).containsText("合计应为 100");
        buyer.assertUsable("inquiry-begin-refused");
        page.locator("#delivery").fill("20");
        buyer.button("存为草稿，下一步核对").click();
        assertThat(page.locator("#refused")).containsText("火星");
        page.locator("[name=otherPlace]").first().fill("湖南岳阳");
        assertThat(page.locator("input[name=choose][value='2:P009']")).isChecked();
        buyer.button("存为草稿，下一步核对").click();
        assertThat(page.locator("#done")).containsText("草稿已建立");
        buyer.assertUsable("inquiry-draft");
        buyer.link("修改条件").click();
        buyer.assertUsable("inquiry-terms");
        buyer.link("返回").click();
        buyer.link("选择供应商").click();
        buyer.assertUsable("inquiry-candidates");
        return page.url().replaceFirst(".*/inquiries/([^/?#]+).*", "$1");
    }

    /** @return the link for the supplier without an account */
    private static String publish(Visit buyer, String code) {
        Page page = buyer.page();
        buyer.open("/inquiries/" + code);
        buyer.button("发布询价").click();
        assertThat(page.locator("#done")).containsText("已发布");
        buyer.assertUsable("inquiry-open");
        buyer.open("/inquiries");
        buyer.assertUsable("inquiries");
        buyer.open("/desk");
        assertThat(page.locator("main")).containsText("正在进行的询价");
        buyer.open("/inquiries/" + code);
        page.locator("li", new Page.LocatorOptions().setHasText("岳阳外来机电厂"))
                .getByText("生成链接")
                .click();
        buyer.assertUsable("inquiry-link");
        String address = page.locator("#made").inputValue();
        return address.substring(address.indexOf("/invitations/"));
    }

    private static void ask(Visit firm) {
        Page page = firm.page();
        firm.open("/notifications");
        assertThat(page.locator("main")).containsText("询价：电梯更新询价");
        firm.open("/desk");
        assertThat(page.locator("main")).containsText("收到的询价");
        firm.assertUsable("desk-with-invitation");
        firm.open("/invitations");
        firm.assertUsable("invitations");
        firm.link("电梯更新询价").click();
        assertThat(page.content()).doesNotContain("岳阳外来机电厂", "64.00 万元", "12.00 万元");
        page.locator("#question").fill("报价含不含运费？");
        firm.assertUsable("invitation");
        firm.button("匿名提问").click();
        assertThat(page.locator("#done")).containsText("不显示是谁问的");
    }

    private static void enter(Visit guest, String link, String code) {
        Page page = guest.page();
        guest.open("/invitations/" + code);
        assertThat(page.locator("main")).containsText("请先登录，或打开询价链接");
        guest.assertUsable("invitations-unknown");
        guest.open(link);
        guest.assertUsable("invitation-door");
        page.locator("#personName").fill("王五");
        page.locator("#chosen").fill(PASSPHRASE);
        page.locator("#again").fill(PASSPHRASE + "不一样");
        guest.button("设好口令并进入").click();
        assertThat(page.locator("#fault")).containsText("不一样");
        page.locator("#chosen").fill(PASSPHRASE);
        page.locator("#again").fill(PASSPHRASE);
        guest.button("设好口令并进入").click();
        assertThat(page.locator("main")).containsText("以岳阳外来机电厂的名义");
        guest.assertUsable("invitation-guest");
        guest.button("离开").click();
        guest.open(link);
        guest.assertUsable("invitation-door-claimed");
        page.locator("#passphrase").fill(PASSPHRASE);
        guest.button("进入").click();
        assertThat(page.locator("#done")).containsText("已进入");
    }

    private void answer(Visit buyer, String code) {
        Page page = buyer.page();
        buyer.open("/inquiries/" + code);
        assertThat(page.locator("#questions")).containsText("报价含不含运费？");
        page.locator("#questions textarea").first().fill("含运费，送到株洲。");
        page.evaluate("scrollTo(0, 0)");
        buyer.assertUsable("inquiry-asked");
        buyer.button("发给所有受邀的供应商").click();
        assertThat(page.locator("#questions")).containsText("答：含运费，送到株洲。");
        page.locator("#extend summary").click();
        page.locator("#extend-deadline").fill("2020-01-01T09:00");
        page.locator("#extend-reason").fill("图纸更新");
        buyer.button("确认推迟").click();
        assertThat(page.locator("#refused")).containsText("只能推迟");
        page.locator("#extend-deadline").fill(LocalDate.now(clock).plusDays(20) + "T09:00");
        buyer.button("确认推迟").click();
        assertThat(page.locator("#done")).containsText("已推迟");
        buyer.assertUsable("inquiry-extended");
    }

    private static void cancel(Visit buyer, String code) {
        Page page = buyer.page();
        buyer.open("/inquiries/" + code);
        page.locator("#cancel summary").click();
        page.locator("#cancel-reason").fill("项目停建");
        buyer.button("确认取消").click();
        assertThat(page.locator(".title .badge")).hasText("已取消");
        buyer.assertUsable("inquiry-cancelled");
    }
}
