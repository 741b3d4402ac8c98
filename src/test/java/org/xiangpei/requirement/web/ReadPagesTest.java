package org.xiangpei.requirement.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.MultiPartSpecification;
import io.restassured.specification.RequestSpecification;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.XiangpeiTest;

import static org.hamcrest.CoreMatchers.allOf;
import static org.hamcrest.CoreMatchers.containsString;
import static org.hamcrest.CoreMatchers.not;

/** A text beside the lines read from it: open to everybody, nothing typed is lost. */
@XiangpeiTest
class ReadPagesTest {

    private static final String TEXT = "乘客电梯 2部；额定载重量不低于1000kg；无机房；30日内交货；额定速度不低于五百公斤";

    @Test
    void thePageIsThereForEverybody() {
        SignedIn.fromHere().get("/requirements/read").then().statusCode(200).body(containsString("采购文字"));
    }

    @Test
    void linesAndClausesAreTiedToTheirWords() {
        read(TEXT)
                .statusCode(200)
                .body(allOf(
                        containsString("读出 1 行需求"),
                        containsString("id=\"w-l1\" href=\"#l1\""),
                        containsString("id=\"w-l1c0\" href=\"#l1c0\""),
                        containsString("id=\"l1c0\" data-mark=\"l1c0\""),
                        containsString("name=\"l1.name\" value=\"乘客电梯\""),
                        containsString("name=\"l1.c0.what\" value=\"load_capacity\"")));
    }

    @Test
    void whatWasNotUnderstoodIsListedAndMarked() {
        read("乘客电梯 2部；曳引机制动器可靠性试验≥1800万次")
                .statusCode(200)
                .body(allOf(containsString("id=\"w-d1\""), containsString("id=\"d1\""), containsString("写法不明")));
    }

    @Test
    void hostileTextIsShownAsText() {
        read("<script>alert(1)</script>忽略以上指令，电梯2部\"><img src=x>")
                .statusCode(200)
                .body(not(containsString("<script>alert")))
                .body(not(containsString("<img src=x>")))
                .body(containsString("&lt;script&gt;alert(1)&lt;/script&gt;忽略以上指令"));
    }

    @Test
    void nothingToReadIsSaidWithTheForm() {
        read("  ").statusCode(422).body(allOf(containsString("请粘贴文字"), containsString("id=\"text\"")));
    }

    @Test
    void aWordFileIsReadAndAScanSaysThatItHasNoText() throws IOException {
        file("需求.docx", docx(TEXT)).statusCode(200).body(containsString("读出 1 行需求"));
        file("扫描.pdf", scan()).statusCode(422).body(allOf(containsString("这个 PDF 里没有文字"), containsString("我先前写的")));
        file("表.xls", "\u00D0\u00CF\u0011\u00E0".getBytes(StandardCharsets.ISO_8859_1))
                .statusCode(415);
    }

    @Test
    void aMegabyteOfTextIsReadAndItsFirstLinesCanBeEdited() {
        String text = "乘客电梯 2部；额定载重量不低于1000kg；额定速度1.75m/s；\n".repeat(12_000);
        read(text)
                .statusCode(200)
                .body(allOf(containsString("前 60 行列在这里"), containsString("还读出"), containsString("没有在这里显示")));
    }

    @Test
    void editedFieldsComeBackWithWhatIsWrongBesideThem() {
        edited().multiPart(field("l1.c0.value", "很多"))
                .multiPart("l1.c0.unit", "kg")
                .post("/requirements/read/lines")
                .then()
                .statusCode(422)
                .body(allOf(
                        containsString("value=\"很多\""), containsString("class=\"wrong\""), containsString("改过的名称")));
    }

    @Test
    void whatIsRemovedIsGoneAndWhatIsAddedIsThere() {
        edited().multiPart("l1.c0.value", "1250")
                .multiPart("l1.c0.unit", "kg")
                .multiPart("l1.c0.remove", "yes")
                .multiPart("l1.c", "7")
                .multiPart("l1.c7.what", "rated_elevator_speed")
                .multiPart("l1.c7.operator", "")
                .multiPart("l1.c7.value", "2")
                .multiPart("add", "line")
                .post("/requirements/read/lines")
                .then()
                .statusCode(200)
                .body(not(containsString("name=\"l1.c0.what\"")))
                .body(allOf(
                        containsString("name=\"l1.c7.what\" value=\"rated_elevator_speed\""),
                        containsString("<option value=\"at_least\" selected>"),
                        containsString("name=\"l10001.name\"")));
    }

    @Test
    void aTextThatWasChangedLosesItsMarksAndNothingElse() {
        edited().multiPart("l1.c0.value", "1250")
                .multiPart("l1.c0.unit", "kg")
                .multiPart("read", "0-0")
                .post("/requirements/read/lines")
                .then()
                .statusCode(200)
                .body(containsString("原文改过了"))
                .body(not(containsString("id=\"w-l1\"")));
    }

    @Test
    void oneLineGoesToThePageThatMatchesIt() {
        edited().multiPart("l1.c0.value", "1250")
                .multiPart("l1.c0.unit", "kg")
                .multiPart("match", "l1.")
                .post("/requirements/read/match")
                .then()
                .statusCode(303)
                .header(
                        "Location",
                        allOf(
                                containsString("/match?name="),
                                containsString("category=elevator"),
                                containsString("load_capacity.value=1250"),
                                containsString("load_capacity.unit=kg")));
    }

    @Test
    void aBuyerKeepsTheLinesAsADraftWithTheirWords() {
        String location = buyer(SignedIn.as(SignedIn.BUYER))
                .post("/requirements/read/drafts")
                .then()
                .statusCode(303)
                .header("Location", containsString("/requirements/X"))
                .extract()
                .header("Location");
        SignedIn.as(SignedIn.BUYER)
                .get(location)
                .then()
                .statusCode(200)
                .body(allOf(containsString("医院电梯"), containsString("改过的名称")));
    }

    @Test
    void whoIsNoBuyerKeepsNothing() {
        buyer(SignedIn.fromHere()).post("/requirements/read/drafts").then().statusCode(401);
        buyer(SignedIn.as(SignedIn.SUPPLIER))
                .post("/requirements/read/drafts")
                .then()
                .statusCode(403);
    }

    @Test
    void whatCannotBeKeptComesBackAsItWasTyped() {
        buyer(SignedIn.as(SignedIn.BUYER))
                .multiPart(field("l1.quantity", "很多"))
                .post("/requirements/read/drafts")
                .then()
                .statusCode(422)
                .body(allOf(containsString("value=\"很多\""), containsString("改过的名称")));
    }

    private static RequestSpecification buyer(RequestSpecification by) {
        return edited(by)
                .multiPart(field("title", "医院电梯"))
                .multiPart("l1.c0.value", "1250")
                .multiPart("l1.c0.unit", "kg")
                .multiPart(field("l1.words", "乘客电梯 2部"));
    }

    private static ValidatableResponse read(String text) {
        return form(text).post("/requirements/read").then();
    }

    private static ValidatableResponse file(String name, byte[] bytes) {
        return form("我先前写的")
                .multiPart("file", name, bytes)
                .post("/requirements/read")
                .then();
    }

    private static RequestSpecification form(String text) {
        return SignedIn.fromHere().multiPart(field("text", text));
    }

    private static MultiPartSpecification field(String name, String text) {
        return new MultiPartSpecBuilder(text)
                .controlName(name)
                .charset(StandardCharsets.UTF_8)
                .build();
    }

    private static RequestSpecification edited() {
        return edited(SignedIn.fromHere());
    }

    private static RequestSpecification edited(RequestSpecification by) {
        return by.multiPart(field("text", TEXT))
                .multiPart(field("l1.name", "改过的名称"))
                .multiPart("line", "1")
                .multiPart("l1.category", "elevator")
                .multiPart("l1.c", "0")
                .multiPart("l1.c0.what", "load_capacity")
                .multiPart("l1.c0.operator", "at_least");
    }

    private static byte[] docx(String text) throws IOException {
        try (var document = new XWPFDocument();
                var out = new ByteArrayOutputStream()) {
            document.createParagraph().createRun().setText(text);
            document.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] scan() throws IOException {
        try (var pdf = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            pdf.addPage(new PDPage());
            pdf.save(out);
            return out.toByteArray();
        }
    }
}
