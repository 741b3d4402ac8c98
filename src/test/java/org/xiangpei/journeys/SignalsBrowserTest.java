package org.xiangpei.journeys;

import java.net.URL;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.microsoft.playwright.Download;
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

/** A bureau reads the signals of its city and the rows behind one; the buyer explains; the bureau reads that beside it. */
@XiangpeiTest
class SignalsBrowserTest {

    @TestHTTPResource("/")
    URL base;

    @BeforeEach
    @AfterEach
    void clean() {
        Opened.clean();
    }

    private static void begin() {
        Actor buyer = Actor.member(
                SignedIn.BUYER,
                "示例采购员",
                Opened.single("select m.organization_code from membership m join account a on a.id = m.account_id"
                        + " where a.login = 'caigou' and m.until is null"),
                "株洲河东公共交通中心（示例）",
                Optional.of(City.ZHUZHOU),
                Set.of(Role.BUYER));
        LocalDate today = Opened.today();
        for (int i = 1; i <= 6; i++) {
            Opened.inquiry(buyer, "车辆段电梯更新第 " + i + " 期")
                    .line(2, "货梯")
                    .quotes("F025", "180000")
                    .quotes("F001", i % 2 == 0 ? "180900" : "179600")
                    .quotes("F005", 1, "176500", 30, "[]", "0")
                    .quotes("F025", 2, "95000", 30, "[]", "")
                    .quotes("F001", 2, "95000", 30, "[]", "")
                    .award("F025", 1, today.minusDays(10));
            Opened.inquiry(buyer, "应急抢修备件 " + i, today.minusDays(20), today.minusDays(19), today.minusDays(18))
                    .quotes("F025", "1200")
                    .invites("F001");
        }
    }

    @Test
    void aBureauReadsAndABuyerExplains() {
        try (Visit bureau = Browser.visit(base, Browser.DESK);
                Visit buyer = Browser.visit(base, Browser.DESK)) {
            bureau.as(SignedIn.ZHUZHOU);
            Page page = bureau.open("/signals");
            bureau.assertUsable("signals-empty");
            begin();
            page.reload();
            assertThat(page.locator(".signal-kind table")).hasCount(4);
            page.locator("#kind-short_period ~ details summary").click();
            bureau.assertUsable("signals");
            Download file = page.waitForDownload(() -> bureau.link("导出 XLSX").click());
            assertEquals(true, file.suggestedFilename().endsWith(".xlsx"));
            page.locator("section", new Page.LocatorOptions().setHasText("报价紧贴成交价"))
                    .locator("tbody a")
                    .first()
                    .click();
            assertThat(page.locator(".signal-rows tbody tr")).hasCount(6);
            bureau.assertUsable("signal");

            buyer.as(SignedIn.BUYER);
            Page theirs = buyer.open("/signals/explanations");
            var group = theirs.locator("section", new Page.LocatorOptions().setHasText("报价紧贴成交价"));
            group.locator("summary").first().click();
            group.locator("textarea").first().fill("标准产品，出厂价公开，三家都按厂价上下浮动。");
            buyer.assertUsable("signal-explaining");
            group.locator("button").first().click();
            assertThat(theirs.locator("#done")).isVisible();

            page.reload();
            assertThat(page.locator("main")).containsText("出厂价公开");
            bureau.assertUsable("signal-explained");
            assertEquals(List.of(), bureau.complaints());
            assertEquals(List.of(), buyer.complaints());
        }
    }
}
