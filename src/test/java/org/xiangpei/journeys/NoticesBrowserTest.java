package org.xiangpei.journeys;

import java.net.URL;

import io.quarkus.test.common.http.TestHTTPResource;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.Browser;
import org.xiangpei.fixtures.Offices;
import org.xiangpei.fixtures.PostBox;
import org.xiangpei.fixtures.Visit;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.identity.Account;
import org.xiangpei.identity.Audience;
import org.xiangpei.identity.Notice;
import org.xiangpei.identity.NoticeKind;
import org.xiangpei.identity.Organization;
import org.xiangpei.identity.Role;
import org.xiangpei.notification.Outbox;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody follows a product, reads what has come, has it mailed, and stops that again. */
@XiangpeiTest
class NoticesBrowserTest {

    @TestHTTPResource("/")
    URL base;

    @SuppressWarnings("NullAway.Init") // set by the test resource
    PostBox box;

    private final Organization firm = Offices.firm();
    private final Account person = Offices.person(firm, Role.ADMINISTRATOR, Role.BUYER);

    @Test
    void whatIsFollowedIsOnTheDeskAndInTheList() {
        try (var visit = Browser.visit(base, Browser.DESK)) {
            visit.signIn(person.login(), Offices.PASSWORD);
            visit.open("/following");
            visit.assertUsable("following-empty");
            visit.open("/products/P010");
            visit.button("关注").click();
            visit.button("取消关注").waitFor();
            assertThat(visit.page().url()).endsWith("/products/P010");
            settled(visit);
            visit.assertUsable("product-followed");
            visit.open("/firms/F025");
            visit.button("关注").click();
            visit.button("取消关注").waitFor();
            settled(visit);
            visit.assertUsable("firm-followed");
            Outbox.sql("update followed_target set changed_at = now(), change = '交货期（天）：30 → 45；额定功率：5.5 kW → 7.5 kW。'"
                    + " where target_code = 'P010'");
            visit.open("/desk");
            assertThat(visit.page().locator("main").innerText()).contains("我关注的", "有变化", "30 → 45");
            visit.assertUsable("desk-following");
            visit.open("/following");
            visit.page().getByText("取消关注").last().click();
            visit.page().waitForCondition(() -> visit.page().locator("tbody tr").count() == 1);
            settled(visit);
            visit.assertUsable("following");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void noticesAreReadOneByOneAndAllAtOnce() {
        for (int i = 1; i <= 25; i++) {
            tell(
                    NoticeKind.FOLLOWED_CHANGED,
                    "您关注的产品“乘客电梯 " + i + "”有变化",
                    "交货期（天）：30 → " + (30 + i) + "；互认有效期：2021-07-22 至 2026-07-21 → 2021-07-22 至 2029-07-21。");
        }
        tell(NoticeKind.SECURITY, "您的密码已修改", "如果不是您做的，请马上修改密码、退出其他浏览器，并告诉本单位管理员。");
        try (var visit = Browser.visit(base, Browser.DESK)) {
            visit.signIn(person.login(), Offices.PASSWORD);
            assertThat(visit.page().locator(".unread-count").innerText()).contains("26");
            visit.link("通知").click();
            visit.page().waitForURL(url -> url.endsWith("/notifications"));
            visit.assertUsable("notices");
            visit.open("/notifications");
            visit.page().getByText("标为已读").nth(1).click();
            visit.page()
                    .waitForCondition(() ->
                            visit.page().locator(".unread-count").innerText().contains("25"));
            visit.button("全部标为已读").click();
            visit.page()
                    .waitForCondition(
                            () -> visit.page().locator(".unread-count").count() == 0);
            assertThat(visit.complaints()).isEmpty();
            visit.open("/notifications");
            visit.assertUsable("notices-read");
            visit.open("/notifications?unread=true");
            visit.assertUsable("notices-none");
            visit.open("/notifications");
            visit.button("您的密码已修改").click();
            visit.page().waitForURL(url -> url.endsWith("/account"));
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void mailIsConfirmedChosenAndStopped() {
        String address = Outbox.address(person);
        try (var visit = Browser.visit(base, Browser.DESK)) {
            visit.signIn(person.login(), Offices.PASSWORD);
            visit.open("/notifications/settings");
            visit.assertUsable("notice-settings");
            visit.page().locator("#email").fill(address);
            visit.page().locator("#password").fill(Offices.PASSWORD);
            visit.button("寄出确认邮件").click();
            visit.page().getByText("确认邮件正在寄出").waitFor();
            Outbox.post();
            visit.open(PostBox.link(box.of(address).getFirst(), "/confirm-mail/"));
            visit.assertUsable("confirm-mail");
            visit.button("确认这是我的邮箱").click();
            visit.page().getByText("已确认。").waitFor();
            visit.open("/notifications/settings");
            visit.page().getByLabel("本单位人员变动：邮件").selectOption("daily");
            visit.button("保存").click();
            visit.page().getByText("通知设置已保存").waitFor();
            Outbox.post();
            visit.open("/notifications/settings");
            visit.assertUsable("notice-settings-confirmed");
            visit.open(PostBox.link(box.of(address).getLast(), "/opt-out/"));
            visit.assertUsable("opt-out");
            visit.button("不再寄任何邮件").click();
            visit.page().getByText("不会再向").waitFor();
            visit.assertUsable("opt-out-done");
            visit.button("恢复寄送").click();
            visit.page().getByText("已恢复").waitFor();
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void everythingWorksWithoutJavaScript() {
        tell(NoticeKind.SECURITY, "没有脚本也能读", "。");
        try (var visit = Browser.visitWithoutJavaScript(base, Browser.PHONE)) {
            visit.signIn(person.login(), Offices.PASSWORD);
            visit.open("/notifications");
            visit.page().getByText("标为已读").last().click();
            visit.page()
                    .waitForCondition(
                            () -> visit.page().locator(".unread-count").count() == 0);
            visit.open("/products/P010");
            visit.button("关注").click();
            visit.button("取消关注").waitFor();
        }
    }

    /** The accessibility check sets styles, which htmx would copy while a region settles: such a page is checked settled, and not used after. */
    private static void settled(Visit visit) {
        visit.page()
                .waitForCondition(() -> visit.page()
                                .locator(".htmx-request, .htmx-swapping, .htmx-settling, .htmx-added")
                                .count()
                        == 0);
    }

    private void tell(NoticeKind kind, String title, String text) {
        Outbox.tell(Audience.account(person.login()), new Notice(kind, "test", "1", title, text, "/account"));
    }
}
