package org.xiangpei.journeys;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.inject.Inject;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.http.TestHTTPResource;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.Browser;
import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.Visit;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.ledger.UploadWorker;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** A buyer's officer brings the ledger of the year in, corrects a purchase, tells two apart, and looks why the rate changed. */
@XiangpeiTest
class LedgerBrowserTest {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @TestHTTPResource("/")
    URL base;

    @Inject
    UploadWorker worker;

    @Test
    void anOfficerKeepsTheLedgerOnADeskAndOnATelephone() {
        try (Visit visit = Browser.visit(base, Browser.DESK)) {
            Page page = visit.open("/sign-in?next=/purchases/imports");
            visit.enter(SignedIn.BUYER, SignedIn.PASSWORD);
            visit.assertUsable("ledger-imports");
            upload(visit, "2005年台账（有误）.xlsx", rows("很多"));
            visit.assertUsable("ledger-errors");
            visit.button("丢弃").click();
            upload(visit, "2005年台账.xlsx", rows("46500"));
            visit.assertUsable("ledger-preview");
            visit.button("确认导入").click();
            assertThat(page.locator(".title .badge")).hasText("已导入");
            visit.assertUsable("ledger-applied");
            upload(
                    visit,
                    "2005年台账 另一份.xlsx",
                    List.of(rows("1").get(0), rows("1").get(1), rows("1").get(2)));
            assertThat(page.locator("#alike-title")).containsText("疑似已经登记过");
            visit.assertUsable("ledger-alike");
            visit.button("确认导入").click();
            page.navigate(visit.address("/purchases?from=2005-01-01&to=2005-12-31"));
            visit.assertUsable("ledger");
            page.navigate(visit.address("/purchases/duplicates"));
            visit.assertUsable("ledger-duplicates");
            page.locator("section", new Page.LocatorOptions().setHasText("干式变压器"))
                    .getByText("是两笔，都保留")
                    .first()
                    .click();
            page.navigate(visit.address("/purchases?from=2005-01-01&to=2005-12-31&q=打印"));
            page.locator(".ledger-rows tbody th a").first().click();
            visit.link("更正").click();
            visit.assertUsable("ledger-correct");
            page.locator("#amount").fill("450");
            page.locator("#reason").fill("发票金额与合同不一致，以发票为准");
            visit.button("保存更正").click();
            assertThat(page.locator(".history")).containsText("以发票为准");
            visit.assertUsable("ledger-history");
            page.navigate(visit.address("/rate"));
            visit.link("为什么变了").click();
            visit.assertUsable("rate-changes");
        }
    }

    @Test
    void aBigLedgerIsWatchedWhileItIsReadRecordedAndTakenBack() {
        try (Visit visit = Browser.visit(base, Browser.DESK)) {
            Page page = visit.open("/sign-in?next=/purchases/imports");
            visit.enter(SignedIn.BUYER, SignedIn.PASSWORD);
            page.locator("#file").setInputFiles(new FilePayload("2004年台账.csv", "text/csv", big()));
            visit.button("上传并预览").click();
            page.waitForURL("**/purchases/imports/LI*");
            assertThat(page.locator("#progress-title")).hasText("正在读取");
            visit.assertUsable("ledger-reading");
            worker.workOff();
            assertThat(page.locator("#sums-title")).containsText("将登记 26,000 笔");
            visit.button("确认导入").click();
            assertThat(page.locator("#progress-title")).hasText("正在导入");
            visit.assertUsable("ledger-applying");
            visit.button("停止").click();
            assertThat(page.locator("#sums-title")).containsText("将登记 26,000 笔");
            visit.button("确认导入").click();
            worker.workOff();
            assertThat(page.locator(".title .badge")).hasText("已导入");
            page.navigate(visit.address("/purchases?from=2004-01-01&to=2004-12-31"));
            assertThat(visit.link("导出 XLSX")).isVisible();
            visit.assertUsable("ledger-export");
            page.goBack();
            visit.button("撤销这次导入").click();
            assertThat(page.locator("#progress-title")).hasText("正在撤销");
            worker.workOff();
            assertThat(page.locator(".title .badge")).hasText("已撤销");
        }
    }

    private static byte[] big() {
        var file = new StringBuilder("日期,品名,金额,供应商,产地\n");
        for (int i = 0; i < 26_000; i++) {
            file.append("2004-03-05,第%d种备品备件,%d,湖南第%d机电有限公司,%s\n"
                    .formatted(i % 500, 100 + i, i % 30, i % 3 == 0 ? "江苏省苏州市" : "天元区"));
        }
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<List<String>> rows(String amount) {
        return List.of(
                List.of("株洲河东公共交通中心 2005年采购台账"),
                List.of("签订日期", "设备名称", "规格", "数量", "单位", "含税金额（元）", "供方", "产地", "类别", "合同编号"),
                List.of(
                        "2005-03-01",
                        "干式变压器",
                        "SCB13",
                        "2",
                        "台",
                        "186000",
                        "湖南某电气股份有限公司",
                        "湖南省株洲市天元区",
                        "干式变压器",
                        "HT-2005-001"),
                List.of(
                        "2005-03-08",
                        "乘客电梯",
                        "1000kg",
                        "1",
                        "台",
                        "320000",
                        "某电梯（苏州）有限公司",
                        "江苏省苏州市",
                        "电梯",
                        "HT-2005-002"),
                List.of("2005-04-11", "办公桌椅", "", "20", "套", amount, "长沙某家具厂", "长沙", "办公家具", "HT-2005-003"),
                List.of("2005-05-20", "打印纸", "A4", "50", "箱", "480", "某商行", "不详", "办公用品", "HT-2005-004"));
    }

    private static void upload(Visit visit, String name, List<List<String>> rows) {
        Page page = visit.page();
        page.navigate(visit.address("/purchases/imports"));
        page.locator("#file").setInputFiles(new FilePayload(name, XLSX, workbook(rows)));
        visit.button("上传并预览").click();
        page.waitForURL("**/purchases/imports/LI*");
    }

    private static byte[] workbook(List<List<String>> rows) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            var sheet = workbook.newWorksheet("台账");
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    sheet.value(row, column, rows.get(row).get(column));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
