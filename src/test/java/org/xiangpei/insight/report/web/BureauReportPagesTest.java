package org.xiangpei.insight.report.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.Sweep;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.insight.gap.Demands;
import org.xiangpei.insight.report.ReportRounds;
import org.xiangpei.insight.report.ReportSchedules;
import org.xiangpei.notification.Outbox;
import org.xiangpei.shared.Fingerprint;
import org.xiangpei.shared.web.Figures;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Reports: what they say is what the API says, the same day says the same again, and a schedule makes each once. */
@XiangpeiTest
class BureauReportPagesTest {

    @Inject
    ReportRounds rounds;

    @Inject
    ReportSchedules schedules;

    @BeforeAll
    static void ready() {
        Demands.sampleIsReady();
    }

    @AfterEach
    void nothingIsLeft() {
        Sweep.all("bureau_report");
        Sweep.all("report_schedule");
        Sweep.run(List.of("delete from notice where target_type = 'bureau_report'"));
    }

    @Test
    void aMonthSaysWhatTheApiSaysOnThePageAndOnBothPapers() throws IOException {
        String report = made(make(SignedIn.ZHUZHOU, "430200", "2024-06", "", "2025-06-30"));
        String page = text(report);
        var total = given().get("/api/v1/local-sourcing?buyerCity=430200&from=2024-06-01&to=2024-06-30&asOf=2025-06-30")
                .jsonPath();
        String rate = Figures.percent(new BigDecimal(total.getString("total.awardValueRate.value")));
        String spent = Figures.money(new BigDecimal(total.getString("total.awardValueRate.denominator")));
        assertThat(page)
                .contains("株洲市工业产品本地配套月度报告", "2024 年 6 月", "本月采购 " + spent, "金额口径本地配套率 " + rate, "数据截至")
                .contains("/charts/1\" alt=\"二十四个月的走势（%），数据见表\"");
        try (PDDocument pdf = Loader.loadPDF(bytes(report + "/pdf"))) {
            String paper = new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
            assertThat(paper).contains("要点", ("本月采购 " + spent).replace(" ", ""), "一、本地配套率", "口径说明");
            assertThat(pdf.getNumberOfPages()).isBetween(5, 20);
            for (PDPage each : pdf.getPages()) {
                for (var name : each.getResources().getFontNames()) {
                    PDFont font = each.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                }
            }
        }
        try (var docx = new XWPFDocument(new ByteArrayInputStream(bytes(report + "/docx")))) {
            String paper =
                    docx.getParagraphs().stream().map(XWPFParagraph::getText).collect(Collectors.joining("\n"));
            assertThat(paper).contains("株洲市工业产品本地配套月度报告", "目　录", "本月采购 " + spent);
            assertThat(docx.getAllPictures()).hasSizeGreaterThanOrEqualTo(2);
            assertThat(docx.getTables()).hasSizeGreaterThan(6);
        }
        assertThat(SignedIn.as(SignedIn.ZHUZHOU)
                        .get(report + "/charts/1")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray())
                .startsWith(0x89, 'P', 'N', 'G');
        SignedIn.as(SignedIn.ZHUZHOU).get(report + "/charts/99").then().statusCode(404);
    }

    @Test
    void theSameDaySaysTheSameAgainWhoeverAsks() {
        String one = made(make(SignedIn.ZHUZHOU, "", "2024-06", "", "2025-06-30"));
        String other = made(make(SignedIn.CHANGSHA, "", "2024-06", "", "2025-06-30"));
        String text = new String(bytes(one + "/text"), StandardCharsets.UTF_8);
        assertThat(text).isEqualTo(new String(bytes(other + "/text"), StandardCharsets.UTF_8));
        assertThat(text(one)).contains(Fingerprint.of(text.getBytes(StandardCharsets.UTF_8)));
        assertThat(text(one + "/check")).contains("数字相同", "保存的全文与它的哈希相符");
        assertThat(text("/reports")).contains("长株潭工业产品本地配套月度报告 2024 年 6 月");
        Sweep.run(List.of("update bureau_report set figures_hash = repeat('0', 64), content = content || ' '"));
        assertThat(text(one + "/check")).contains("数字不同", "与它的哈希不符");
    }

    @Test
    void aJointSessionHasItsReportWithItsAgenda() {
        int number = 900;
        Outbox.sql(
                "insert into joint_session (number, host, held_on, place, state, validity_years, convened_by_login, convened_by_name,"
                        + " convened_at, closed_by_login, closed_by_name, closed_at) values (" + number
                        + ", 'ZHUZHOU', '2025-07-10', '株洲会展中心', 'CLOSED', 3, 'zhuzhou', '周', now(), 'zhuzhou', '周', now())");
        try {
            String report = made(make(SignedIn.XIANGTAN, "", "", String.valueOf(number), "2025-06-30"));
            assertThat(text(report)).contains("情况专报", "提交第 900 批联席会议", "2025-01-01 至 2025-06-30", "株洲会展中心", "联席会议的议程");
        } finally {
            Outbox.sql("delete from joint_session where number = " + number);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "430100, 2024-06, '', 2025-06-30, 只能出具长株潭和本市的报告",
        "'', 2024-06, '', 2999-01-01, 不能晚于今天",
        "'', 2025-07, '', 2025-06-30, 还没有开始",
        "'', 二月, '', 2025-06-30, 月份 二月 有误",
        "'', '', 第二次, 2025-06-30, 联席会议 第二次 有误",
        "999999, 2024-06, '', 2025-06-30, place=999999 有误",
    })
    void whatCannotBeReportedIsRefusedInWords(String place, String month, String session, String asOf, String says) {
        assertThat(make(SignedIn.ZHUZHOU, place, month, session, asOf)
                        .then()
                        .statusCode(422)
                        .extract()
                        .asString())
                .contains(says);
        assertThat(text("/reports")).contains("还没有报告");
    }

    @Test
    void onlyBureausHaveToDoWithReports() {
        make(SignedIn.BUYER, "", "2024-06", "", "2025-06-30").then().statusCode(403);
        SignedIn.as(SignedIn.OPERATOR).get("/reports").then().statusCode(403);
        assertThat(given().accept("text/html").get("/overview").asString()).doesNotContain("月报</button>");
        assertThat(text("/overview?to=2024-06-30")).contains("出具长株潭 2024 年 6 月月报", "/overview/tables?to=2024-06-30");
    }

    /** Also with two instances at once, and where one was killed half-way. */
    @Test
    void aScheduleMakesEachReportOnceAndTellsTheBureau() throws Exception {
        String notToday =
                String.valueOf(LocalDate.now(ZoneId.of("Asia/Shanghai")).getDayOfMonth() % 28 + 1);
        schedule(SignedIn.ZHUZHOU, notToday, true, true).then().statusCode(303);
        schedule(SignedIn.XIANGTAN, notToday, true, false).then().statusCode(303);
        rounds.go();
        assertThat(reports()).isEmpty();
        Sweep.run(List.of("update report_schedule set next_on = '2025-07-05'"));
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    schedules.makeDue();
                    throw new IllegalStateException("killed");
                }))
                .isInstanceOf(RuntimeException.class);
        assertThat(reports()).isEmpty();
        // One round of both, and what follows until today would be many.
        Sweep.run(List.of("update report_schedule set next_on = date_trunc('month', current_date)"));
        try (var instances = Executors.newFixedThreadPool(2)) {
            Callable<Boolean> round = () -> {
                rounds.go();
                return true;
            };
            for (Future<Boolean> each : instances.invokeAll(List.of(round, round))) {
                each.get();
            }
        }
        rounds.go();
        assertThat(reports()).containsExactlyInAnyOrder("region", "430200");
        assertThat(
                        Outbox.texts(
                                "select distinct day::text from (select next_on > current_date as day from report_schedule) next"))
                .containsExactly("true");
        assertThat(
                        Outbox.texts(
                                "select count(*)::text from notice where target_type = 'bureau_report'"
                                        + " and target_code in (select code from bureau_report where city_code is null) group by account_id"))
                .isNotEmpty()
                .containsOnly("1");
        assertThat(text("/reports")).contains("自动，", "每月 " + notToday + " 日出具上个月的月报");
        schedule(SignedIn.ZHUZHOU, "31", true, true).then().statusCode(422);
        SignedIn.as(SignedIn.ZHUZHOU)
                .formParam("off", "yes")
                .post("/reports/schedule")
                .then()
                .statusCode(303);
        assertThat(text("/reports")).contains("还没有设定");
    }

    private static List<String> reports() {
        return Outbox.texts("select coalesce(city_code, 'region') from bureau_report where scheduled");
    }

    private static Response make(String login, String place, String month, String session, String asOf) {
        return SignedIn.as(login)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("place", place)
                .formParam("month", month)
                .formParam("session", session)
                .formParam("asOf", asOf)
                .post("/reports");
    }

    private static Response schedule(String login, String day, boolean region, boolean city) {
        var form = SignedIn.as(login).formParam("day", day);
        if (region) {
            form.formParam("region", "yes");
        }
        if (city) {
            form.formParam("city", "yes");
        }
        return form.post("/reports/schedule");
    }

    private static String made(Response answer) {
        String to = answer.then().statusCode(303).extract().header("Location");
        return to.substring(to.indexOf("/reports/"));
    }

    private static String text(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String path) {
        return SignedIn.as(SignedIn.ZHUZHOU)
                .accept("*/*")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }
}
