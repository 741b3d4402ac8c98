package org.xiangpei.journeys;

import java.net.URL;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import io.quarkus.test.common.http.TestHTTPResource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.Browser;
import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.Visit;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.insight.gap.Demands;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** An officer looks for a gap to work on, takes it in hand and asks a firm to look at it; the public sees what is lacking. */
@XiangpeiTest
class GapsBrowserTest {

    @TestHTTPResource("/")
    URL base;

    @BeforeAll
    static void ready() {
        Demands.sampleIsReady();
    }

    @Test
    void anOfficerTakesAGapInHandAndAsksAFirm() {
        try (Visit visit = Browser.visit(base, Browser.DESK)) {
            Page page = visit.open("/sign-in?next=/chains");
            visit.enter(SignedIn.XIANGTAN, SignedIn.PASSWORD);
            page.waitForURL("**/chains");
            visit.assertUsable("chains");
            visit.link("轨道交通").click();
            assertThat(visit.heading()).hasText("轨道交通");
            visit.assertUsable("chain");
            visit.link("看缺口").click();
            visit.assertUsable("gaps-of-a-chain");
            page.locator("#near").selectOption("upgrade");
            assertThat(page.locator("#near")).hasValue("upgrade");
            page.waitForURL("**near=upgrade**");
            assertThat(visit.link("招商清单")).hasAttribute("href", Pattern.compile("near=upgrade"));
            assertThat(visit.link("技改清单")).hasAttribute("href", Pattern.compile("near=upgrade"));
            page.locator(".gaps-table tbody th a").first().click();
            visit.assertUsable("gap");
            page.locator("#take-note").fill("请两家企业评估技改");
            visit.button("开始跟进").click();
            assertThat(page.locator(".title .badge").first()).hasText("跟进中");
            page.locator("#firm").selectOption(new SelectOption().setIndex(1));
            visit.button("发出通知").click();
            assertThat(page.locator("#events-title + .scroll")).containsText("请企业关注");
            visit.assertUsable("gap-in-hand");
            page.locator("#release-note").fill("交由企业自行安排");
            visit.button("不再跟进").click();
            assertThat(page.locator(".title .badge").first()).hasText("未跟进");
        }
    }

    @Test
    void thePublicSeesWhatIsLackingAndNoNumbersOfFewLines() {
        try (Visit visit = Browser.visit(base, Browser.DESK)) {
            Page page = visit.open("/gaps");
            visit.assertUsable("gaps-public");
            page.locator(".gaps-table tbody th a").last().click();
            visit.assertUsable("gap-public");
        }
    }
}
