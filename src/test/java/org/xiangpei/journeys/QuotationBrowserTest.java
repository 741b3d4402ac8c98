package org.xiangpei.journeys;

import java.net.URL;

import jakarta.inject.Inject;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.Browser;
import org.xiangpei.fixtures.Offices;
import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.Visit;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Organization;
import org.xiangpei.sourcing.Asking;
import org.xiangpei.sourcing.Inquiries;
import org.xiangpei.sourcing.quotation.OwnQuotations;
import org.xiangpei.sourcing.quotation.Quoting;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A firm drafts a quotation that saves itself, sends it in and replaces it; two officers open it; the firm checks its receipt. */
@XiangpeiTest
class QuotationBrowserTest {

    private static final String FIRM = "F025";
    private static final double LOOK_EVERY_MS = 200;
    private static final int PATIENCE = 75;

    @TestHTTPResource("/")
    URL base;

    @Inject
    Inquiries inquiries;

    @Inject
    OwnQuotations own;

    private Actor first;
    private Actor second;
    private String code;

    @BeforeEach
    void ask() {
        Asking.clean();
        Organization office = Offices.firm();
        first = Quoting.officer(office);
        second = Quoting.officer(office);
        code = Asking.draft(first, Asking.terms(2, false), FIRM, "F005");
        inquiries.publish(first, code);
    }

    @AfterEach
    void clean() {
        Asking.clean();
    }

    @Test
    void aQuotationIsDraftedSentInReplacedOpenedAndChecked() {
        try (Visit firm = Browser.visit(base, Browser.DESK);
                Visit one = Browser.visit(base, Browser.DESK);
                Visit other = Browser.visit(base, Browser.DESK)) {
            firm.as(SignedIn.SUPPLIER);
            one.signIn(first.login(), Offices.PASSWORD);
            other.signIn(second.login(), Offices.PASSWORD);
            write(firm);
            submit(firm);
            String receipt = replace(firm);
            Quoting.submit(Quoting.respondent("F005", code), "310000");
            stillSealed(one);
            late(firm);
            open(one, other, receipt);
            check(firm, receipt);
            assertThat(firm.complaints()).allMatch(it -> it.contains("422") || it.contains("409"), "on purpose");
            assertThat(one.complaints()).isEmpty();
            assertThat(other.complaints()).isEmpty();
        }
    }

    private String path() {
        return "/invitations/" + code + "/quotation";
    }

    private void write(Visit firm) {
        Page page = firm.open(path());
        firm.assertUsable("quotation-empty");
        assertThat(page.locator("[data-left]")).containsText("天");
        page.getByText("填写").first().click();
        page.locator("#unitPrice").fill("-298000");
        page.locator("#taxRate").selectOption("13");
        assertThat(page.locator("#saved")).containsText("已保存");
        assertThat(page.locator("#saved")).containsText("单价必须大于 0");
        page.locator("#leadDays").fill("45");
        firm.button("保存，返回报价").click();
        assertThat(page.locator("#refused")).containsText("草稿已保存");
        firm.assertUsable("quotation-line-wrong");
        page.locator("#unitPrice").fill("298000");
        page.locator("#breaks-0-from").fill("10");
        page.locator("#breaks-0-unitPrice").fill("290000");
        page.locator("#productionRegion").fill("株洲市石峰区");
        page.locator("#localContent").fill("65");
        page.locator("[name='replies-0-reply'][value=confirmed]").check();
        page.locator("[name='replies-1-reply'][value=deviates]").check();
        page.locator("#replies-1-value").fill("75 天");
        page.locator("#note").fill("含安装调试，两年质保");
        page.locator("#note").blur();
        awaitSaved(page, "含安装调试，两年质保");
        page.reload();
        assertThat(page.locator("#refused")).containsText("没有覆盖它");
        firm.assertUsable("quotation-line-overtaken");
        firm.open(path() + "/lines/1");
        assertThat(page.locator("#note")).hasValue("含安装调试，两年质保");
        firm.assertUsable("quotation-line");
        firm.button("保存，返回报价").click();
        page.waitForURL(url -> url.contains(path() + "#lines"));
        assertThat(page.locator("#line-1")).containsText("已填好");
    }

    /** By itself, without anybody pressing a button. */
    private void awaitSaved(Page page, String note) {
        for (int i = 0;
                i < PATIENCE
                        && !note.equals(own.draft(Quoting.respondent(FIRM, code))
                                .line(1)
                                .text()
                                .note());
                i++) {
            page.waitForTimeout(LOOK_EVERY_MS);
        }
        assertThat(page.locator("#saved")).containsText("已保存");
    }

    private void submit(Visit firm) {
        Page page = firm.page();
        firm.button("提交报价").click();
        assertThat(page.locator("#refused")).containsText("请填报价有效期");
        page.locator("#validUntil").fill(Quoting.validUntil());
        page.locator("#note").fill("含税到厂价。");
        firm.button("提交报价").click();
        page.waitForURL(url -> url.endsWith("/receipt"));
        firm.assertUsable("quotation-receipt");
    }

    private String replace(Visit firm) {
        Page page = firm.open(path() + "/lines/1");
        page.locator("#unitPrice").fill("295000");
        firm.button("保存，返回报价").click();
        assertThat(page.locator("main")).containsText("草稿里的改动还没有提交");
        firm.assertUsable("quotation-changed");
        firm.button("重新提交报价").click();
        page.waitForURL(url -> url.endsWith("/receipt"));
        assertThat(page.locator(".log li")).hasCount(2);
        return page.locator("#receipt").textContent().strip();
    }

    private void stillSealed(Visit officer) {
        Page page = officer.open("/inquiries/" + code + "/opening");
        assertThat(page.locator("main")).containsText("报价仍然密封");
        assertThat(page.locator("main")).not().containsText("确认并开启");
        officer.assertUsable("opening-asking");
    }

    /** The page was open since before the deadline. */
    private void late(Visit firm) {
        Page page = firm.open(path());
        Asking.close(code);
        firm.button("重新提交报价").click();
        assertThat(page.locator("#refused")).containsText("没有接收");
        firm.open(path());
        assertThat(page.locator("main")).containsText("已提交，待开启");
        firm.assertUsable("quotation-closed");
    }

    private void open(Visit one, Visit other, String receipt) {
        Page page = one.open("/inquiries/" + code + "/opening");
        one.assertUsable("opening-closed");
        one.button("确认开启").click();
        assertThat(page.locator("main")).containsText("您已确认");
        one.assertUsable("opening-confirmed");
        Page last = other.open("/inquiries/" + code + "/opening");
        other.button("确认并开启全部报价").click();
        assertThat(last.locator("main")).containsText("收到的报价");
        assertThat(last.locator("main")).containsText(receipt);
        other.assertUsable("opening-opened");
        last.locator("main table a").first().click();
        assertThat(last.locator("main")).containsText("内容与回执一致");
        other.assertUsable("opening-quotation");
    }

    private void check(Visit firm, String receipt) {
        Page page = firm.open(path() + "/receipt");
        page.locator("#hash").fill(receipt);
        firm.button("校验").click();
        assertThat(page.locator("#outcome")).containsText("采购单位看到的就是您提交的");
        firm.assertUsable("receipt-checked");
        firm.open(path());
        firm.assertUsable("quotation-opened");
    }
}
