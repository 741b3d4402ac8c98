package org.xiangpei.journeys;

import java.net.URL;
import java.util.List;

import io.quarkus.test.common.http.TestHTTPResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.Browser;
import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.Visit;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.recognition.Filer;
import org.xiangpei.recognition.Meeting;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** 长沙 convenes a joint session, 湘潭 says in it what it had not answered in time, and the batch is made. */
@XiangpeiTest
class SessionBrowserTest {

    @TestHTTPResource("/")
    URL base;

    @BeforeEach
    @AfterEach
    void clean() {
        Meeting.clean();
    }

    @Test
    void threeBureausHoldASession() {
        String silent = Filer.CHANGSHA.file("X沉默电梯");
        Filer.accept(SignedIn.CHANGSHA, silent, 1).statusCode(303);
        Filer.accept(SignedIn.ZHUZHOU, silent, 1).statusCode(303);
        Filer.letTermEnd(silent);
        String ready = Filer.CHANGSHA.file("X同意电梯");
        List.of(SignedIn.CHANGSHA, SignedIn.ZHUZHOU, SignedIn.XIANGTAN)
                .forEach(it -> Filer.accept(it, ready, 1).statusCode(303));
        try (Visit host = Browser.visit(base, Browser.DESK);
                Visit other = Browser.visit(base, Browser.DESK)) {
            host.as(SignedIn.CHANGSHA);
            host.open("/desk");
            host.link("轮到本市召集联席会议").click();
            host.assertUsable("sessions-turn");
            host.page().locator("#place").fill("长沙市工信局三楼会议室");
            host.button("召集会议").click();
            assertThat(host.heading()).hasText("第 2 批联席会议");
            assertThat(host.page().locator("main")).containsText("湘潭没有在期限内答复");
            host.page().locator("#change summary").click();
            host.assertUsable("session-convened");
            host.page().locator("#reason").fill("原会议室停电。");
            host.page().locator("#change #place").fill("长沙市工信局五楼会议室");
            host.button("改期").click();
            assertThat(host.page().locator("main")).containsText("原会议室停电。");
            host.assertUsable("session-moved");

            other.as(SignedIn.XIANGTAN);
            other.open("/desk");
            other.link("第 2 批联席会议").click();
            other.button("本市同意").click();
            assertThat(other.page().getByText("会上同意")).isVisible();
            other.assertUsable("session-spoken");

            host.page().reload();
            host.page().getByLabel("选择 X沉默电梯").check();
            host.page().getByLabel("选择 X同意电梯").check();
            host.button("互认").click();
            host.assertUsable("session-decided");
            host.button("结束会议，成立第 2 批").click();
            assertThat(host.page().locator(".title .badge")).hasText("已结束");
            host.assertUsable("session-closed");
            host.link("公告和清单").click();
            host.assertUsable("batch-announced");
            host.open("/batches");
            host.assertUsable("batches");
            host.open("/sessions");
            host.assertUsable("sessions");
            host.open("/sessions/2");
            String product = host.page().locator("table a.code").first().textContent();
            host.open("/standings/" + product);
            host.assertUsable("standing");
            host.page().locator("#reason").selectOption("complaint");
            host.page().locator("#note").fill("两起质量投诉待查。");
            host.button("暂停互认").click();
            assertThat(host.page().locator(".title .badge")).hasText("暂停互认");
            host.assertUsable("standing-suspended");
        }
    }
}
