package org.xiangpei.journeys;

import java.net.URL;
import java.nio.charset.StandardCharsets;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.http.TestHTTPResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.xiangpei.fixtures.Browser;
import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.Visit;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.requirement.bill.BillReading;
import org.xiangpei.requirement.bill.SampleBills;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** A buyer uploads a bill, says what its columns hold, watches it being read and deals with what nobody understood. */
@XiangpeiTest
class BillBrowserTest {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @TestHTTPResource("/")
    URL base;

    @Inject
    BillReading reading;

    @Inject
    EntityManager entities;

    @BeforeEach
    @AfterEach
    @Transactional
    void clean() {
        entities.createNativeQuery("delete from bill_mapping").executeUpdate();
        entities.createNativeQuery("delete from bill").executeUpdate();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void uploadsConfirmsWatchesAndDecides(boolean javaScript) {
        try (Visit visit =
                javaScript ? Browser.visit(base, Browser.DESK) : Browser.visitWithoutJavaScript(base, Browser.DESK)) {
            Page page = uploaded(visit, "清单.csv", SampleBills.lines(700));
            page.locator("select[name='c-0-3']").selectOption("demand");
            visit.button("开始读取").click();
            assertThat(page.locator(".progress")).isVisible();
            reading.readPiece();
            if (!javaScript) {
                visit.link("刷新").click();
            }
            assertThat(page.locator("#bill")).containsText("已读 500 / 700 行");
            reading.readPiece();
            if (!javaScript) {
                visit.link("刷新").click();
            }
            assertThat(page.locator(".title .badge")).hasText("已读完");
            visit.link("处理 100 行").click();
            assertThat(page.locator(".unmatched")).hasCount(5);
            page.locator(".unmatched select").first().selectOption("mould");
            visit.button("归入品类").first().click();
            assertThat(page.locator(".unmatched")).hasCount(4);
            visit.button("不采购").first().click();
            assertThat(page.locator(".unmatched")).hasCount(3);
            visit.link("打开需求草稿").click();
            assertThat(visit.heading()).containsText("清单");
        }
    }

    @Test
    void everybodyCanUseItOnADeskAndOnATelephone() {
        byte[] bill = SampleBills.substation();
        try (Visit visit = Browser.visit(base, Browser.DESK)) {
            Page page = signedIn(visit);
            visit.assertUsable("bills-empty");
            upload(visit, "网页.xlsx", "<html>".getBytes(StandardCharsets.UTF_8));
            assertThat(page.locator(".notice.error")).containsText("这是网页");
            visit.assertUsable("bills-wrong");
            upload(visit, "株洲二中配电房改造清单.xlsx", bill);
            page.waitForURL("**/requirements/bills/M*");
            upload(visit, "株洲二中配电房改造清单.xlsx", bill);
            page.waitForURL("**/requirements/bills/M*");
            assertThat(page.locator(".notice.sample")).containsText("同一个文件已经上传过");
            page.locator("#rows-0 summary").click();
            visit.assertUsable("bill-mapping");
            visit.button("开始读取").click();
            assertThat(page.locator(".progress")).isVisible();
            visit.assertUsable("bill-progress");
            while (reading.readPiece()) {
                Thread.onSpinWait();
            }
            assertThat(page.locator(".title .badge")).hasText("已读完");
            visit.assertUsable("bill-read");
            visit.link("处理 2 行").click();
            visit.assertUsable("bill-rows");
            visit.link("逐行处理这 2 行").click();
            visit.assertUsable("bill-rows-single");
            page.navigate(visit.address("/requirements/bills"));
            visit.assertUsable("bills");
        }
    }

    private static Page signedIn(Visit visit) {
        Page page = visit.open("/sign-in?next=/requirements/bills");
        visit.enter(SignedIn.BUYER, SignedIn.PASSWORD);
        page.waitForURL("**/requirements/bills");
        return page;
    }

    private static Page uploaded(Visit visit, String name, byte[] content) {
        Page page = signedIn(visit);
        upload(visit, name, content);
        page.waitForURL("**/requirements/bills/M*");
        return page;
    }

    private static void upload(Visit visit, String name, byte[] content) {
        Page page = visit.page();
        page.navigate(visit.address("/requirements/bills"));
        page.locator("#file").setInputFiles(new FilePayload(name, XLSX, content));
        visit.button("上传").click();
    }
}
