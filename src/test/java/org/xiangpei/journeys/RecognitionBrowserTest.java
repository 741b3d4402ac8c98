package org.xiangpei.journeys;

import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.http.TestHTTPResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.Browser;
import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.Visit;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.recognition.Filer;
import org.xiangpei.registration.Papers;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A manufacturer files, its city returns it once and then accepts, the second city accepts, the third is silent. */
@XiangpeiTest
class RecognitionBrowserTest {

    @TestHTTPResource("/")
    URL base;

    @BeforeEach
    @AfterEach
    void clean() {
        Filer.clean();
    }

    @Test
    void aFilingGoesRoundTheThreeCities() {
        try (Visit firm = Browser.visit(base, Browser.DESK);
                Visit home = Browser.visit(base, Browser.DESK);
                Visit second = Browser.visit(base, Browser.DESK)) {
            firm.as(SignedIn.SUPPLIER);
            String code = write(firm);
            send(firm);

            home.as(SignedIn.ZHUZHOU);
            share(home, code);
            sendBack(home, code);
            amend(firm, code);
            accept(home, code);
            home.assertUsable("examination-accepted");

            second.as(SignedIn.CHANGSHA);
            second.open("/examinations");
            second.assertUsable("examinations-second");
            accept(second, code);
            assertThat(second.page().locator(".title .badge")).hasText("两市并联审查中");

            Filer.letTermEnd(code);
            firm.page().reload();
            assertThat(firm.page().locator(".title .badge")).hasText("转联席会议");
            assertThat(firm.page().locator("main")).containsText("期限内没有答复湘潭");
            firm.assertUsable("filing-escalated");
            second.page().reload();
            second.assertUsable("examination-escalated");
            firm.open("/filings");
            firm.assertUsable("filings");
            home.open("/recognition/figures");
            home.assertUsableAtAnyWidth("recognition-figures");
            home.open("/recognition/figures/rows?what=returned");
            assertThat(home.page().locator("main")).containsText("内容不完整");
            home.assertUsableAtAnyWidth("recognition-figures-returned");
            for (Visit visit : List.of(firm, home, second)) {
                assertThat(visit.complaints()).allMatch(it -> it.contains("422"), "a form that was refused on purpose");
            }
        }
    }

    /** @return the number of the draft */
    private static String write(Visit firm) {
        firm.open("/filings");
        firm.assertUsable("filings-empty");
        firm.link("新申报").click();
        firm.assertUsable("filing-begin");
        firm.page().locator("#category").selectOption("elevator");
        firm.button("开始填写").click();
        firm.assertUsable("filing-basics");
        Page page = firm.page();
        page.locator("#name-text").fill("加装用无机房乘客电梯");
        page.locator("#model-text").fill("TKJ1000/1.75");
        page.locator("#description-text").fill("浅底坑，用于既有住宅加装。");
        page.locator("#name-text").focus();
        assertThat(page.locator("#saved")).containsText("已保存");
        firm.button("保存，下一步").click();
        specifications(firm);
        proof(firm);
        page.locator("#monthlyCapacity-text").fill("40");
        page.locator("#capacityUnit-text").fill("台/月");
        page.locator("#priceLow-text").fill("260000");
        page.locator("#priceHigh-text").fill("190000");
        firm.button("保存，下一步").click();
        assertThat(page.locator("#priceHigh .wrong")).containsText("低于最低价");
        firm.assertUsable("filing-supply-wrong");
        page.locator("#priceHigh-text").fill("320000");
        page.locator("#priceUnit-text").fill("元/台");
        firm.button("保存，下一步").click();
        page.locator("#homeList-text").fill("示例·株洲市两型产品目录");
        page.getByLabel("科技创新", new Page.GetByLabelOptions().setExact(true)).check();
        page.locator("#ground-innovation-evidence").fill("浅底坑结构获发明专利两项。");
        firm.assertUsable("filing-grounds");
        firm.button("保存，下一步").click();
        return page.url().replaceFirst(".*/filings/([^/]+)/.*", "$1");
    }

    /** What is typed is saved by itself: it is there after the page is left without the button. */
    private static void specifications(Visit firm) {
        Page page = firm.page();
        page.locator("#spec-load_capacity-min").fill("1600000");
        page.locator("#spec-load_capacity-max").fill("1600000");
        page.locator("#spec-load_capacity-max").blur();
        assertThat(page.locator("#saved")).containsText("相差十倍以上");
        firm.assertUsable("filing-specifications");
        page.locator("#spec-load_capacity-min").fill("1000");
        page.locator("#spec-load_capacity-max").fill("1000");
        page.locator("#spec-load_capacity-max").blur();
        assertThat(page.locator("#saved")).not().containsText("相差十倍以上");
        page.reload();
        assertThat(page.locator("#spec-load_capacity-min")).hasValue("1000");
        page.locator("#spec-rated_elevator_speed-min").fill("1.75");
        page.locator("#spec-stops-min").fill("30");
        page.locator("#spec-pit_depth-max").fill("400");
        page.locator("#spec-machine_roomless input[value=true]").first().check();
        page.locator("#spec-energy_efficiency_grade-value").selectOption("1级");
        for (String unknown : new String[] {"overhead_height", "car_width", "barrier_free", "noise"}) {
            page.locator("#spec-" + unknown + " .unknown input").check();
        }
        firm.button("保存，下一步").click();
    }

    private static void proof(Visit firm) {
        Page page = firm.page();
        page.locator("#type").fill("型式试验证书");
        page.locator("#number").fill("TX-2025-0001");
        page.locator("#issuer").fill("某特种设备检验院");
        page.locator("#validUntil").fill("2029-01-01");
        page.locator("#paper").setInputFiles(file("证书.pdf", "不是 PDF".getBytes(StandardCharsets.UTF_8)));
        firm.button("添加这张证书").click();
        assertThat(page.locator("#refused")).containsText("不是 JPG、PNG 或 PDF");
        assertThat(page.locator("#number")).hasValue("TX-2025-0001");
        firm.assertUsable("filing-proof-refused");
        page.locator("#paper").setInputFiles(file("证书.pdf", Papers.pdf()));
        firm.button("添加这张证书").click();
        page.locator("#standards-text").fill("GB/T 7588.1");
        firm.button("保存，下一步").click();
    }

    private static void send(Visit firm) {
        Page page = firm.page();
        assertThat(page.locator("main")).containsText("必填的内容都已填好");
        firm.assertUsable("filing-check");
        firm.button("提交申报").click();
        assertThat(page.locator("#done")).containsText("受理编号");
        assertThat(page.locator(".title .badge")).hasText("属地审查中");
        firm.assertUsable("filing-sent");
    }

    /** Takes the case, and leaves a note for the colleagues. */
    private static void share(Visit bureau, String code) {
        Page page = bureau.open("/desk");
        assertThat(page.locator("main")).containsText("待审查的互认申报");
        bureau.open("/examinations/" + code);
        bureau.button("由我经办").click();
        assertThat(bureau.button("由我经办")).not().isVisible();
        page.locator("#internal-note").fill("已电话核对型式试验报告的编号。");
        bureau.button("写下备注").click();
        assertThat(page.locator(".case-notes")).containsText("已电话核对型式试验报告的编号。");
        bureau.assertUsable("examination-within");
    }

    private static void sendBack(Visit bureau, String code) {
        Page page = bureau.page();
        bureau.open("/examinations");
        bureau.assertUsable("examinations");
        bureau.open("/examinations/" + code);
        bureau.assertUsable("examination");
        page.locator("#answer-return").check();
        bureau.button("提交意见").click();
        assertThat(page.locator("#refused")).containsText("至少选一个退回理由");
        page.getByLabel("内容不完整").check();
        page.getByLabel("所指内容：执行标准").check();
        page.locator("#note").fill("请补充 GB/T 7588.2。");
        bureau.assertUsable("examination-return");
        bureau.button("提交意见").click();
        assertThat(page.locator(".title .badge")).hasText("已退回");
    }

    private static void amend(Visit firm, String code) {
        Page page = firm.page();
        firm.open("/filings/" + code);
        firm.assertUsable("filing-returned");
        firm.link("修改并重新提交").click();
        firm.link("标准和证书").click();
        assertThat(page.locator("#standards .meant")).hasText("株洲市退回所指");
        firm.assertUsable("filing-amend");
        page.locator("#standards-text").fill("GB/T 7588.1、GB/T 7588.2");
        firm.button("保存，下一步").click();
        firm.link("核对并提交").click();
        firm.button("提交申报").click();
        assertThat(page.locator(".title .badge")).hasText("属地审查中");
    }

    private static void accept(Visit bureau, String code) {
        Page page = bureau.page();
        bureau.open("/examinations/" + code);
        page.locator("#answer-accept").check();
        bureau.button("提交意见").click();
        page.waitForURL(url -> !url.endsWith("/verdict"));
    }

    private static FilePayload file(String name, byte[] content) {
        return new FilePayload(name, "application/octet-stream", content);
    }

    @Test
    void withoutScriptsTheButtonSaves() {
        try (Visit firm = Browser.visitWithoutJavaScript(base, Browser.DESK)) {
            firm.as(SignedIn.SUPPLIER);
            firm.open("/filings/new");
            Page page = firm.page();
            page.locator("#category").selectOption("elevator");
            firm.button("开始填写").click();
            assertThat(page.locator("main")).containsText("每一步按“保存，下一步”保存");
            page.locator("#name-text").fill("无脚本电梯");
            firm.button("保存，下一步").click();
            page.locator("#spec-load_capacity-min").fill("1000");
            firm.button("保存，下一步").click();
            firm.link("参数").click();
            assertThat(page.locator("#spec-load_capacity-min")).hasValue("1000");
            assertThat(firm.heading()).hasText("无脚本电梯");
        }
    }

    @Test
    void severalProductsComeInOneTableAndTheErrorsCanBeSaved() {
        try (Visit firm = Browser.visit(base, Browser.DESK)) {
            firm.as(SignedIn.SUPPLIER);
            firm.open("/filings/batch");
            firm.assertUsable("filing-batch");
            Page page = firm.page();
            page.locator("#category").selectOption("elevator");
            page.locator("#file")
                    .setInputFiles(file(
                            "电梯.csv",
                            "产品名称,额定载重量 最小,额定载重量 最大\nX电梯一,2000,1000\nX电梯二,很大,\n".getBytes(StandardCharsets.UTF_8)));
            firm.button("检查并生成草稿").click();
            assertThat(page.locator("#refused")).containsText("2 处错误");
            firm.assertUsable("filing-batch-refused");
            var saved = page.waitForDownload(() -> firm.link("下载错误清单").click());
            assertThat(saved.suggestedFilename()).isEqualTo("错误清单.csv");
            page.locator("#category").selectOption("elevator");
            page.locator("#file")
                    .setInputFiles(file(
                            "电梯.csv", "产品名称,额定载重量 最小,额定载重量 最大\nX电梯一,1000,1000\n".getBytes(StandardCharsets.UTF_8)));
            firm.button("检查并生成草稿").click();
            assertThat(page.locator("main table")).containsText("X电梯一");
        }
    }
}
