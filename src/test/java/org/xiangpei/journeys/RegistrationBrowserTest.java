package org.xiangpei.journeys;

import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.http.TestHTTPResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.xiangpei.fixtures.Browser;
import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.Visit;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.registration.Papers;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A manufacturer registers, is sent back once, amends, is let in and signs in. */
@XiangpeiTest
class RegistrationBrowserTest {

    private static final String PASSWORD = "lvtouniao-xiaohuangya-7";

    @TestHTTPResource("/")
    URL base;

    @Inject
    EntityManager entities;

    @BeforeEach
    @AfterEach
    @Transactional
    void clean() {
        for (String table : List.of(
                "registration where name like 'X%'",
                "licence l where not exists (select 1 from registration r where r.licence_id = l.id)",
                "sign_in_session where account_id in (select id from account where login like 'x-reg-%')",
                "membership where account_id in (select id from account where login like 'x-reg-%')",
                "account where login like 'x-reg-%'",
                "organization where name like 'X%'")) {
            entities.createNativeQuery("delete from " + table).executeUpdate();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFirmRegistersAmendsAndSignsIn(boolean javaScript) {
        try (Visit firm = Browser.visit(base, Browser.DESK, javaScript);
                Visit bureau = Browser.visit(base, Browser.DESK, javaScript)) {
            firm.open("/sign-in");
            firm.link("去登记").click();
            firm.assertUsable("register");
            fillIn(firm.page());
            firm.page()
                    .locator("#licence")
                    .setInputFiles(file("执照.pdf", "<html><script>".getBytes(StandardCharsets.UTF_8)));
            firm.button("提交登记").click();
            assertThat(firm.page().locator("#licence-fault")).containsText("不是 JPG、PNG 或 PDF");
            assertThat(firm.page().locator("#contact")).hasValue("王试验");
            firm.assertUsable("register-wrong");
            firm.page().locator("#licence").setInputFiles(file("执照.png", Papers.png()));
            fillInPassword(firm.page());
            firm.button("提交登记").click();
            assertThat(firm.page().locator(".title .badge")).hasText("待审核");
            firm.assertUsable("registration-submitted");
            String receipt = firm.page().locator(".receipt-number").textContent();

            bureau.as(SignedIn.CHANGSHA);
            bureau.open("/registrations");
            bureau.assertUsable("registrations");
            bureau.link(receipt).click();
            bureau.page().getByLabel("退回修改").check();
            bureau.button("提交决定").click();
            assertThat(bureau.page().locator("#refused")).containsText("至少选一个原因");
            bureau.assertUsable("vetting-refused");
            bureau.page().getByLabel("单位名称与证照不符").check();
            bureau.page().locator("#note").fill("营业执照上的名称带“湖南”二字。");
            bureau.button("提交决定").click();
            assertThat(bureau.page().locator(".title .badge")).hasText("已退回");

            firm.page().reload();
            firm.assertUsable("registration-returned");
            firm.link("修改并重新提交").click();
            firm.assertUsable("register-amend");
            firm.page().locator("#name").fill("X湖南试验机械有限公司");
            firm.button("重新提交").click();
            assertThat(firm.page().locator(".title .badge")).hasText("待审核");

            bureau.page().reload();
            bureau.page().getByLabel("通过，开通单位和管理员账号").check();
            bureau.button("提交决定").click();
            assertThat(bureau.page().locator(".title .badge")).hasText("已通过");
            bureau.assertUsable("vetting-approved");

            firm.page().reload();
            firm.assertUsable("registration-approved");
            firm.signIn("x-reg-1", PASSWORD);
            firm.open("/account");
            assertThat(firm.page().locator(".facts").first()).containsText("X湖南试验机械有限公司");
        }
    }

    private static void fillIn(Page page) {
        page.locator("#name").fill("X试验机械有限公司");
        page.locator("#uscc").fill(Papers.uscc(1));
        page.locator("#region").selectOption("430121");
        page.getByLabel("供应：").check();
        page.locator("input[name=sites][value='430121']").check();
        page.locator("#contact").fill("王试验");
        page.locator("#phone").fill("0731-1234567");
        page.locator("#email").fill("wang@example.com");
        page.locator("#login").fill("x-reg-1");
        fillInPassword(page);
    }

    private static void fillInPassword(Page page) {
        page.locator("#password").fill(PASSWORD);
        page.locator("#again").fill(PASSWORD);
    }

    private static FilePayload file(String name, byte[] content) {
        return new FilePayload(name, "application/octet-stream", content);
    }
}
