package org.xiangpei.journeys;

import java.net.URL;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
import org.xiangpei.identity.Role;
import org.xiangpei.shared.City;
import org.xiangpei.sourcing.Opened;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** An officer records what arrived late and was refused, the supplier disputes it, the officer corrects, and other buyers read the record. */
@XiangpeiTest
class FollowUpBrowserTest {

    private static final String FIRM = "F025";

    @TestHTTPResource("/")
    URL base;

    private Opened inquiry;

    @BeforeEach
    void begin() {
        clean();
        inquiry = Opened.inquiry(buyer(), "车辆段电梯更新")
                .line(2, "货梯")
                .quotes(FIRM, "180000")
                .quotes("F001", "190000")
                .quotes(FIRM, 2, "90000", 60, "[]", "");
        inquiry.award(FIRM, 1, Opened.today().minusDays(15));
        inquiry.award(FIRM, 2, Opened.today().minusDays(15));
    }

    @AfterEach
    void clean() {
        Opened.clean();
    }

    private static Actor buyer() {
        return Actor.member(
                SignedIn.BUYER,
                "示例采购员",
                Opened.single("select m.organization_code from membership m join account a on a.id = m.account_id"
                        + " where a.login = 'caigou' and m.until is null"),
                "株洲河东公共交通中心（示例）",
                Optional.of(City.ZHUZHOU),
                Set.of(Role.BUYER));
    }

    @Test
    void bothSidesSpeakOnADeskAndOnATelephone() {
        String buyers = "/inquiries/" + inquiry.code() + "/follow-up";
        try (Visit officer = Browser.visit(base, Browser.DESK);
                Visit seller = Browser.visit(base, Browser.DESK)) {
            officer.as(SignedIn.BUYER);
            Page page = officer.open("/follow-ups");
            officer.assertUsable("follow-ups");
            page.navigate(officer.address(buyers));
            officer.assertUsable("follow-up-none");
            officer.link("乘客电梯").click();
            page.locator("#extent").selectOption("whole");
            page.locator("#delivery-on").fill(Opened.today().minusDays(2).toString());
            officer.button("登记到货").click();
            assertThat(page.locator(".section-head .badge")).hasText("迟 3 天交齐");
            page.locator("#quality").selectOption("rejected");
            page.locator("#acceptance-note").fill("两台的导轨有锈蚀，已拍照");
            officer.assertUsable("follow-up-acceptance");
            officer.button("登记验收").click();
            for (String aspect : new String[] {"quality", "delivery", "service"}) {
                page.locator("input[name=points-" + aspect + "][value='" + (aspect.equals("service") ? 4 : 2) + "']")
                        .check();
                page.locator("#reason-" + aspect).fill("见验收单");
            }
            officer.button("提交评价").click();
            assertThat(page.locator("#done")).isVisible();
            officer.assertUsable("follow-up-stated");

            seller.as(SignedIn.SUPPLIER);
            Page theirs = seller.open("/follow-ups");
            seller.assertUsable("follow-ups-supplier");
            theirs.navigate(seller.address("/invitations/" + inquiry.code() + "/follow-up"));
            seller.assertUsable("follow-up-supplier");
            seller.link("乘客电梯").click();
            var rejected = theirs.locator(".follow-chain", new Page.LocatorOptions().setHasText("锈蚀"));
            rejected.locator("summary").click();
            rejected.locator("input[value=true]").check();
            rejected.locator("textarea").fill("是运输中淋雨，当天已除锈，请复检");
            seller.assertUsable("follow-up-answering");
            rejected.locator("button").click();
            assertThat(theirs.locator("#done")).isVisible();
            seller.assertUsable("follow-up-answered");

            page.reload();
            assertThat(page.locator("main")).containsText("供应商有异议");
            page.locator("section", new Page.LocatorOptions().setHasText("锈蚀"))
                    .getByText("更正")
                    .first()
                    .click();
            page.locator("#quality").selectOption("remedied");
            page.locator("#reason").fill("复检合格");
            officer.assertUsable("follow-up-correct");
            officer.button("保存更正").click();
            page.locator(".earlier summary").first().click();
            officer.assertUsable("follow-up-corrected");
            page.navigate(officer.address(buyers));
            officer.assertUsable("follow-up");
            page.navigate(officer.address("/firms/" + FIRM));
            assertThat(page.locator("#track-record")).containsText("0.0%（1 笔）");
            officer.assertUsable("follow-up-record");
            assertEquals(List.of(), officer.complaints());
            assertEquals(List.of(), seller.complaints());
        }
    }

    @Test
    void aFirmWithoutHistoryHasNoRecord() {
        try (Visit visit = Browser.visit(base, Browser.DESK)) {
            visit.as(SignedIn.BUYER);
            Page page = visit.open("/firms/F001");
            assertThat(page.locator("#track-record")).containsText("无履约记录");
            visit.assertUsable("record-none");
        }
    }
}
