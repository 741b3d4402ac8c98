package org.xiangpei.recognition.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.recognition.Filer;
import org.xiangpei.registration.Papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

/** A firm writes, sends, follows, amends and withdraws; several products at once. */
@XiangpeiTest
class FilingPagesTest {

    private static final Filer FIRM = Filer.CHANGSHA;

    @Inject
    EntityManager entities;

    @BeforeEach
    @AfterEach
    void clean() {
        Filer.clean();
    }

    private long count(String table) {
        return ((Number) entities.createNativeQuery("select count(*) from " + table)
                        .getSingleResult())
                .longValue();
    }

    private static String page(Filer filer, String path) {
        return filer.asks().get(path).then().statusCode(200).extract().asString();
    }

    // Writing

    @Test
    void aDraftKeepsWhateverIsTypedAndSaysWhatIsWrong() {
        String code = FIRM.begin();
        FIRM.save(
                        code,
                        "specifications",
                        Map.of(
                                "spec-load_capacity.min",
                                "2000",
                                "spec-load_capacity.max",
                                "1000",
                                "spec-load_capacity.unit",
                                "MPa"))
                .statusCode(303)
                .header("Location", containsString("/edit/specifications"));
        assertThat(page(FIRM, "/filings/" + code + "/edit/specifications"))
                .contains("value=\"2000\"", "value=\"1000\"", "value=\"MPa\"", "不能用于这项参数");
    }

    @Test
    void aChangeIsSavedByItselfAndAnsweredWithWhatIsToBeSaid() {
        String code = FIRM.begin();
        FIRM.asks()
                .header("HX-Request", "true")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("spec-load_capacity.min", "1600000")
                .formParam("spec-load_capacity.unit", "kg")
                .post("/filings/" + code + "/edit/specifications")
                .then()
                .statusCode(200)
                .body(allOf(containsString("已保存"), containsString("相差十倍以上"), not(containsString("<html"))));
        assertThat(page(FIRM, "/filings/" + code + "/edit/specifications")).contains("value=\"1600000\"");
    }

    @Test
    void theCheckListSaysWhatIsMissingAndNothingIsSentBeforeItIsThere() {
        String code = FIRM.begin();
        FIRM.send(code)
                .statusCode(422)
                .body(allOf(
                        containsString("没有填好"),
                        containsString("请填写产品名称"),
                        containsString("/edit/specifications#spec-load_capacity")));
        FIRM.fill(code, "X乘客电梯");
        assertThat(page(FIRM, "/filings/" + code + "/edit/check"))
                .contains("必填的内容都已填好", "处未载明", "勾选了“不详”")
                .doesNotContain("disabled");
        FIRM.send(code).statusCode(303).header("Location", containsString("?done=sent"));
        assertThat(page(FIRM, "/filings/" + code + "?done=sent")).contains("受理编号 " + code, "属地审查中", "答复期限");
    }

    @Test
    void whatWasSentIsNotWrittenAnyMore() {
        String code = FIRM.file("X乘客电梯");
        FIRM.asks().get("/filings/" + code + "/edit/basics").then().statusCode(303);
        FIRM.save(code, "proof", Map.of("standards", "改了")).statusCode(303);
        assertThat(page(FIRM, "/filings/" + code)).contains("GB/T 7588.1").doesNotContain("改了");
        FIRM.send(code).statusCode(303);
        assertThat(count("recognition_filing")).isEqualTo(1);
    }

    @Test
    void aPaperIsJudgedByItsContentAndWhatWasTypedIsKept() {
        String code = FIRM.begin();
        FIRM.addCertificate(code, "证书.pdf", "<html>%PDF-1.7".getBytes(StandardCharsets.UTF_8))
                .statusCode(422)
                .body(allOf(containsString("不是 JPG、PNG 或 PDF"), containsString("value=\"TX-1\"")));
        FIRM.addCertificate(code, "证书.pdf", new byte[0]).statusCode(422).body(containsString("是空的"));
        assertThat(count("recognition_file")).isZero();
        FIRM.addCertificate(code, "证书.pdf", Papers.pdf()).statusCode(303);
        assertThat(count("recognition_file")).isEqualTo(1);
        FIRM.asks()
                .contentType("application/x-www-form-urlencoded")
                .formParam("position", "1")
                .post("/filings/" + code + "/certificates/remove")
                .then()
                .statusCode(303);
        assertThat(count("recognition_file")).isZero();
    }

    @Test
    void aPaperIsSavedNeverShown() {
        String code = FIRM.begin();
        FIRM.addCertificate(code, "证书.pdf", Papers.pdf());
        String link = page(FIRM, "/filings/" + code + "/edit/proof")
                .replaceFirst("(?s).*href=\"(/filings/[^\"]+/files/[^\"]+)\".*", "$1");
        FIRM.asks()
                .get(link)
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("attachment"))
                .header("Cache-Control", equalTo("no-store"));
        Filer.ZHUZHOU.asks().get(link).then().statusCode(404);
    }

    @Test
    void aProductOfTheCatalogueBringsWithItWhatIsKnown() {
        String own = (String)
                entities.createNativeQuery("select code from product where firm_code = 'F005' order by code limit 1")
                        .getSingleResult();
        String location = FIRM.asks()
                .contentType("application/x-www-form-urlencoded")
                .formParam("product", own)
                .post("/filings")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        String name = (String) entities.createNativeQuery("select name from product where code = :code")
                .setParameter("code", own)
                .getSingleResult();
        assertThat(page(FIRM, location.replaceFirst("https?://[^/]+", ""))).contains("value=\"" + name + "\"");
        FIRM.asks()
                .contentType("application/x-www-form-urlencoded")
                .formParam("product", own)
                .post("/filings")
                .then()
                .statusCode(409)
                .body(containsString("已有一份申报在办"));
        FIRM.asks()
                .contentType("application/x-www-form-urlencoded")
                .formParam("product", "P001")
                .post("/filings")
                .then()
                .statusCode(404);
    }

    // Whose it is

    @Test
    void anotherFirmsFilingDoesNotExist() {
        String code = FIRM.file("X乘客电梯");
        for (String path : List.of("", "/edit/basics", "/files/abc")) {
            Filer.ZHUZHOU.asks().get("/filings/" + code + path).then().statusCode(404);
        }
        Filer.ZHUZHOU.withdraw(code, "").statusCode(404);
        Filer.ZHUZHOU.send(code).statusCode(404);
        Filer.ZHUZHOU.save(code, "proof", Map.of("standards", "x")).statusCode(404);
    }

    @Test
    void aDraftIsTheFirmsAlone() {
        String code = FIRM.begin();
        for (String reader : List.of(SignedIn.CHANGSHA, SignedIn.ZHUZHOU, SignedIn.OPERATOR)) {
            SignedIn.as(reader).get("/examinations/" + code).then().statusCode(404);
            SignedIn.as(reader).get("/examinations").then().body(not(containsString(code)));
        }
    }

    @Test
    void aDraftIsDiscardedAndASentOneIsNot() {
        String code = FIRM.begin();
        FIRM.addCertificate(code, "证书.pdf", Papers.pdf());
        discard(code).statusCode(303);
        assertThat(count("recognition_case")).isZero();
        assertThat(count("recognition_file")).isZero();
        String sent = FIRM.file("X乘客电梯");
        discard(sent).statusCode(409).body(containsString("只能撤回"));
        FIRM.withdraw(sent, "改用新型号").statusCode(303);
        assertThat(page(FIRM, "/filings/" + sent)).contains("已撤回", "改用新型号");
    }

    private static ValidatableResponse discard(String code) {
        return FIRM.asks()
                .contentType("application/x-www-form-urlencoded")
                .post("/filings/" + code + "/discard")
                .then();
    }

    // Several at once

    @Test
    void theTemplateOfACategoryAsksForItsProperties() throws IOException {
        byte[] template = FIRM.asks()
                .get("/filings/batch/template?category=elevator")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(template))) {
            String head = workbook.getFirstSheet().read().getFirst().toString();
            assertThat(head).contains("产品名称", "额定载重量 最小", "额定载重量 单位", "无机房", "科技创新 依据");
        }
        FIRM.asks().get("/filings/batch/template?category=nothing").then().statusCode(422);
    }

    @Test
    void threeHundredRowsBecomeDrafts() {
        upload(rows(300, 0)).statusCode(303);
        assertThat(count("recognition_case where state = 'DRAFT'")).isEqualTo(300);
    }

    @Test
    void fortyWrongRowsOfThreeHundredLeaveNothingBehind() {
        String page = upload(rows(300, 40))
                .statusCode(422)
                .body(allOf(containsString("文件中有 40 处错误"), containsString("最小值 2000 大于最大值 1000")))
                .extract()
                .asString();
        assertThat(count("recognition_case")).isZero();
        String data = page.replaceFirst("(?s).*href=\"data:text/csv;charset=utf-8;base64,([^\"]+)\".*", "$1");
        String csv = new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8);
        assertThat(csv.lines().toList()).hasSize(41);
        assertThat(csv).contains(",41,额定载重量 最小,2000,");
    }

    @Test
    void whatIsNoTableIsRefused() {
        upload("<html>".getBytes(StandardCharsets.UTF_8)).statusCode(415).body(containsString("没有导入"));
        assertThat(count("recognition_case")).isZero();
    }

    private static ValidatableResponse upload(byte[] content) {
        RequestSpecification request = FIRM.asks();
        Filer.part(request, "category", "elevator");
        return request.multiPart("file", "电梯.xlsx", content, "application/octet-stream")
                .post("/filings/batch")
                .then();
    }

    /** The first rows are wrong. */
    private static byte[] rows(int count, int wrong) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "x", null)) {
            Worksheet sheet = workbook.newWorksheet("乘客电梯");
            List<String> head = List.of("产品名称", "型号或系列", "额定载重量 最小", "额定载重量 最大", "无机房", "噪声 最小");
            for (int i = 0; i < head.size(); i++) {
                sheet.value(0, i, head.get(i));
            }
            for (int row = 1; row <= count; row++) {
                sheet.value(row, 0, "X批量电梯");
                sheet.value(row, 1, "TKJ-" + row);
                sheet.value(row, 2, row <= wrong ? "2000" : "800");
                sheet.value(row, 3, "1000");
                sheet.value(row, 4, "是");
                sheet.value(row, 5, "不详");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
