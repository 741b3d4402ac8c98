package org.xiangpei.journeys;

import java.net.URL;
import java.time.Clock;
import java.time.LocalDate;

import jakarta.inject.Inject;

import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.http.TestHTTPResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.Browser;
import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.Visit;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.recognition.Life;
import org.xiangpei.recognition.Meeting;
import org.xiangpei.registration.Papers;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** A firm renews its product with another load; another product of it is revoked after the firm was heard. */
@XiangpeiTest
class LifeBrowserTest {

    @TestHTTPResource("/")
    URL base;

    @Inject
    Clock clock;

    @BeforeEach
    @AfterEach
    void clean() {
        Life.clean();
    }

    @Test
    void aFirmRenewsWhatEndsSoon() {
        Life life = Life.begin("X续期电梯").until(LocalDate.now(clock).plusDays(40));
        try (Visit firm = Browser.visit(base, Browser.DESK);
                Visit bureau = Browser.visit(base, Browser.DESK)) {
            firm.as(SignedIn.FIRM);
            firm.open("/desk");
            firm.page()
                    .locator("a[href='/filings/new?product=" + life.product() + "']")
                    .click();
            firm.assertUsable("life-renew");
            firm.page().locator("li.chosen button").click();
            assertThat(firm.page().getByText("没有改动。有变化的内容")).isVisible();
            firm.assertUsable("life-renewal-unchanged");
            firm.link("2. 参数").click();
            firm.page().locator("[name='spec-load_capacity.min']").fill("1150");
            firm.page().locator("[name='spec-load_capacity.max']").fill("1150");
            firm.button("保存，下一步").click();
            firm.link("6. 核对并提交").click();
            firm.assertUsable("life-renewal-changed");
            firm.page().locator("#declared").check();
            firm.button("提交申报").click();
            assertThat(firm.page().locator("#done")).isVisible();
            firm.assertUsable("life-renewal-sent");
            firm.open("/filings");
            firm.assertUsable("life-filings");
            firm.open("/products/" + life.product());
            firm.assertUsable("life-product-review");
            firm.open("/passport/" + life.product());
            firm.assertUsable("life-passport-review");

            bureau.as(SignedIn.CHANGSHA);
            bureau.open("/expiries");
            bureau.assertUsable("life-expiries");
            bureau.open("/expiries?view=certificates");
            bureau.assertUsable("life-certificates");
            bureau.open("/expiries?view=reviews");
            bureau.assertUsable("life-reviews");
            bureau.page().locator("td a[href^='/examinations/']").first().click();
            bureau.assertUsable("life-examination");
        }
    }

    @Test
    void aRecognitionIsRevokedAfterTheFirmWasHeard() {
        Life life = Life.begin("X撤销电梯");
        try (Visit home = Browser.visit(base, Browser.DESK);
                Visit firm = Browser.visit(base, Browser.DESK);
                Visit host = Browser.visit(base, Browser.DESK)) {
            home.as(SignedIn.CHANGSHA);
            home.open("/standings/" + life.product());
            home.assertUsable("life-standing");
            home.link("启动撤销").click();
            home.page().getByLabel("监督抽查不合格，整改后仍不合格").check();
            home.page().locator("#facts").fill("2026 年 9 月、11 月两次监督抽检，门锁装置均不合格。");
            home.page().locator("#paper").setInputFiles(new FilePayload("抽检报告.pdf", "application/pdf", Papers.pdf()));
            home.assertUsable("life-revocation-open");
            home.button("启动并告知企业").click();
            assertThat(home.page().locator(".title .badge")).hasText("听取企业意见中");
            home.assertUsable("life-revocation-opened");
            String code = home.page().url().replaceFirst(".*/", "");

            firm.as(SignedIn.FIRM);
            firm.open("/desk");
            firm.assertUsable("life-firm-desk");
            firm.page().locator("a[href^='/hearings/C']").click();
            firm.assertUsable("life-hearing");
            firm.page().locator("#text").fill("问题批次已全部召回，锁钩供应商已更换，附整改报告。");
            firm.page().locator("#papers").setInputFiles(new FilePayload("整改报告.pdf", "application/pdf", Papers.pdf()));
            firm.button("提交陈述").click();
            assertThat(firm.page().locator(".title .badge")).hasText("等联席会议决定");
            firm.assertUsable("life-hearing-stated");
            firm.open("/hearings");
            firm.assertUsable("life-hearings");

            Meeting meeting = Meeting.begin(SignedIn.ZHUZHOU);
            Life.say(SignedIn.XIANGTAN, code, "revoke", "复检仍不合格。").statusCode(303);
            host.as(SignedIn.ZHUZHOU);
            host.open("/desk");
            host.assertUsable("life-bureau-desk");
            host.open("/sessions/" + meeting.number());
            host.assertUsable("life-session");
            host.link("X撤销电梯").click();
            host.assertUsable("life-revocation-session");
            host.page().locator("button[value='revoke'][name='position']").click();
            host.page().locator("#decide-note").fill("两次抽检不合格，整改后复检仍不合格。");
            host.page().locator("button[value='revoke'][name='choice']").click();
            host.assertUsable("life-revocation-decided");
            host.open("/sessions/" + meeting.number());
            host.button("结束会议，成立第 3 批").click();
            host.open("/revocations/" + code);
            assertThat(host.page().locator(".title .badge")).hasText("互认已撤销");
            host.assertUsable("life-revocation-ended");
            host.open("/expiries?view=revocations");
            host.assertUsable("life-revocations");
            host.open("/standings/" + life.product());
            host.assertUsable("life-standing-revoked");
            firm.open("/passport/" + life.product());
            firm.assertUsable("life-passport-revoked");
        }
    }
}
