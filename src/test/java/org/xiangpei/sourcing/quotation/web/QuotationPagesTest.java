package org.xiangpei.sourcing.quotation.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

import jakarta.inject.Inject;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.Offices;
import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Organization;
import org.xiangpei.identity.Role;
import org.xiangpei.shared.Fingerprint;
import org.xiangpei.sourcing.Asking;
import org.xiangpei.sourcing.Inquiries;
import org.xiangpei.sourcing.Invitee;
import org.xiangpei.sourcing.Inviting;
import org.xiangpei.sourcing.Respondent;
import org.xiangpei.sourcing.quotation.LineText;
import org.xiangpei.sourcing.quotation.OwnQuotations;
import org.xiangpei.sourcing.quotation.Quotations;
import org.xiangpei.sourcing.quotation.Quoting;
import org.xiangpei.sourcing.quotation.Submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

/** The pages on which a firm quotes, and officers open. */
@XiangpeiTest
class QuotationPagesTest {

    private static final String FIRM = "F025";
    private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";

    @Inject
    OwnQuotations own;

    @Inject
    Quotations quotations;

    @Inject
    Inquiries inquiries;

    @Inject
    Inviting inviting;

    private Actor buyer;
    private String code;
    private String page;

    @BeforeEach
    void begin() {
        Asking.clean();
        buyer = Quoting.signedIn(SignedIn.BUYER, Role.BUYER);
        code = Asking.open(buyer, FIRM, "F005");
        page = "/invitations/" + code + "/quotation";
    }

    @AfterEach
    void clean() {
        Asking.clean();
    }

    private static RequestSpecification firm() {
        return SignedIn.as(SignedIn.SUPPLIER);
    }

    private static RequestSpecification form() {
        return firm().contentType(FORM);
    }

    private Respondent respondent() {
        return Quoting.respondent(FIRM, code);
    }

    private RequestSpecification line(Map<String, String> fields) {
        return form().formParam("seen", own.draft(respondent()).line(1).version())
                .formParams(fields);
    }

    private static Map<String, String> good() {
        return Map.of(
                "unitPrice",
                "298000",
                "taxRate",
                "13",
                "leadDays",
                "45",
                "freight",
                "1500",
                "productionRegion",
                "株洲市石峰区",
                "replies-0-reply",
                "confirmed",
                "replies-1-reply",
                "deviates",
                "replies-1-value",
                "75 天",
                "note",
                "含安装");
    }

    @Test
    void aFirmFillsInALineAndSendsIn() {
        firm().get(page)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body(containsString("草稿，尚未提交"));
        line(good()).post(page + "/lines/1").then().statusCode(303).header("Location", endsWith(page + "#lines"));
        form().formParam("seen", "0")
                .formParam("validUntil", Quoting.validUntil())
                .formParam("note", "含税到厂")
                .post(page + "/head")
                .then()
                .statusCode(303);
        firm().get(page)
                .then()
                .body(allOf(containsString("已填好"), containsString("597,500 元"), containsString("已答 2 / 2")));
        form().post(page + "/submit").then().statusCode(303).header("Location", endsWith(page + "/receipt"));
        Submission sent = own.draft(respondent()).submission().orElseThrow();
        firm().get(page + "/receipt").then().statusCode(200).body(containsString(sent.receipt()));
        firm().get(page).then().body(allOf(containsString("重新提交报价"), containsString("株洲石峰区"), containsString("75 天")));
        byte[] content =
                firm().get(page + "/content").then().statusCode(200).extract().asByteArray();
        assertThat(Fingerprint.of(content))
                .as("anybody can compute the receipt")
                .isEqualTo(sent.receipt());
    }

    @Test
    void whatIsWrongIsSaidBesideTheFieldAndStaysTyped() {
        line(Map.of(
                        "unitPrice",
                        "-12元",
                        "taxRate",
                        "13",
                        "leadDays",
                        "-3",
                        "breaks-0-from",
                        "100",
                        "breaks-0-unitPrice",
                        "9",
                        "breaks-1-from",
                        "50",
                        "breaks-1-unitPrice",
                        "8"))
                .post(page + "/lines/1")
                .then()
                .statusCode(422)
                .body(allOf(
                        containsString("value=\"-12元\""),
                        containsString("应为数字"),
                        containsString("0 到 3650"),
                        containsString("一档比一档大"),
                        containsString("草稿已保存")));
        assertThat(own.draft(respondent()).line(1).text().unitPrice()).isEqualTo("-12元");
        form().post(page + "/submit")
                .then()
                .statusCode(422)
                .body(allOf(
                        containsString("没有提交"),
                        containsString("href=\"" + page + "/lines/1#unitPrice\""),
                        containsString("请填报价有效期")));
    }

    @Test
    void aDraftSavesItselfAndSaysWhatIsWrong() {
        line(Map.of("unitPrice", "0", "taxRate", "13", "leadDays", "3"))
                .header("HX-Request", "true")
                .post(page + "/lines/1")
                .then()
                .statusCode(200)
                .body(allOf(containsString("已保存"), containsString("单价必须大于 0"), containsString("value=\"1\"")));
    }

    @Test
    void twoColleaguesDoNotOverwriteEachOther() {
        line(good()).post(page + "/lines/1").then().statusCode(303);
        form().formParam("seen", "0")
                .formParam("form", "another page")
                .formParam("unitPrice", "1")
                .post(page + "/lines/1")
                .then()
                .statusCode(409)
                .body(allOf(
                        containsString("同事保存的内容"),
                        containsString("298000"),
                        containsString("id=\"unitPrice\" name=\"unitPrice\" type=\"text\" value=\"1\""),
                        containsString("name=\"seen\" value=\"1\"")));
        assertThat(own.draft(respondent()).line(1).text().unitPrice()).isEqualTo("298000");
        form().formParam("seen", "0")
                .formParam("unitPrice", "1")
                .header("HX-Request", "true")
                .post(page + "/lines/1")
                .then()
                .statusCode(200)
                .body(containsString("没有保存"));
    }

    @Test
    void aPageThatStayedOpenIsLate() {
        line(good()).post(page + "/lines/1").then().statusCode(303);
        Asking.close(code);
        line(Map.of("unitPrice", "111111", "taxRate", "13", "leadDays", "3"))
                .post(page + "/lines/1")
                .then()
                .statusCode(409)
                .body(allOf(containsString("截止，没有接收"), containsString("服务器现在的时间"), containsString("value=\"111111\"")));
        form().formParam("seen", "0")
                .formParam("note", "来晚了的说明")
                .post(page + "/head")
                .then()
                .statusCode(409)
                .body(containsString("来晚了的说明"));
        form().post(page + "/submit").then().statusCode(409).body(containsString("没有接收"));
        firm().get(page + "/clock").then().statusCode(200).body(containsString("已截止，不再接收"));
        firm().get(page).then().statusCode(200).body(not(containsString("提交报价</button>")));
    }

    @Test
    void othersAreNotLetIn() {
        Quoting.submit(respondent(), "300000");
        for (String path : new String[] {"", "/lines/1", "/receipt", "/content", "/workbook", "/clock"}) {
            SignedIn.as(SignedIn.BUYER).get(page + path).then().statusCode(404);
            SignedIn.as(SignedIn.OPERATOR).get(page + path).then().statusCode(404);
        }
        SignedIn.fromHere().get(page).then().statusCode(303).header("Location", containsString("/invitations?next="));
        SignedIn.as(SignedIn.FIRM).get(page).then().statusCode(200).body(not(containsString("300000")));
        SignedIn.as(SignedIn.SUPPLIER)
                .get("/inquiries/" + code + "/opening")
                .then()
                .statusCode(403);
        SignedIn.as(SignedIn.FIRM).get("/inquiries/" + code + "/opening").then().statusCode(404);
    }

    /** A supplier without an account quotes by its link; who has no passphrase, also the officer who made the link, does not. */
    @Test
    void aGuestQuotesByItsLink() {
        inviting.invite(buyer, code, Invitee.other("岳阳外来机电厂", "岳阳", null, null));
        long invitation = inquiries.invitations(code).stream()
                .filter(it -> it.firm().isEmpty())
                .findFirst()
                .orElseThrow()
                .id();
        String link =
                "/invitations/link/" + inviting.link(buyer, code, invitation).token();
        String passphrase = "洞庭湖上的芦苇荡" + invitation;
        String session = SignedIn.fromHere()
                .contentType(FORM)
                .formParams(Map.of("personName", "王五", "chosen", passphrase, "again", passphrase))
                .post(link)
                .then()
                .statusCode(303)
                .extract()
                .detailedCookie("xiangpei-guest")
                .getValue();
        guest(session)
                .formParam("seen", "0")
                .formParams(good())
                .post(page + "/lines/1")
                .then()
                .statusCode(303);
        guest(session)
                .formParam("seen", "0")
                .formParam("validUntil", Quoting.validUntil())
                .post(page + "/submit")
                .then()
                .statusCode(303);
        guest(session).get(page).then().statusCode(200).body(allOf(containsString("已提交"), containsString("株洲石峰区")));
        SignedIn.as(SignedIn.BUYER).get(page).then().statusCode(404);
        SignedIn.fromHere().get(page).then().statusCode(303);
        Quoting.open(buyer, code);
        assertThat(quotations.opened(code)).singleElement().satisfies(it -> {
            assertThat(it.supplier()).isEqualTo("岳阳外来机电厂");
            assertThat(it.firm()).isEmpty();
        });
    }

    private static RequestSpecification guest(String session) {
        return SignedIn.fromHere().cookie("xiangpei-guest", session).contentType(FORM);
    }

    private byte[] workbook() {
        return firm().get(page + "/workbook").then().statusCode(200).extract().asByteArray();
    }

    private static byte[] filled(byte[] workbook, Consumer<XSSFWorkbook> change) {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(workbook));
                var out = new ByteArrayOutputStream()) {
            change.accept(book);
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void set(XSSFWorkbook book, String sheet, int row, int column, String value) {
        Sheet of = book.getSheet(sheet);
        var line = of.getRow(row) == null ? of.createRow(row) : of.getRow(row);
        var cell = line.getCell(column) == null ? line.createCell(column) : line.getCell(column);
        cell.setCellValue(value);
    }

    private ValidatableResponse upload(byte[] workbook) {
        return firm().multiPart("file", "报价.xlsx", workbook)
                .post(page + "/workbook")
                .then();
    }

    @Test
    void aWorkbookIsTakenFilledInAndReadBack() throws IOException {
        byte[] empty = workbook();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(empty))) {
            assertThat(book.getSheet("报价").getRow(1).getCell(1).getStringCellValue())
                    .isEqualTo("乘客电梯");
            assertThat(book.getSheet("条款答复").getLastRowNum()).isEqualTo(2);
        }
        byte[] filled = filled(empty, book -> {
            set(book, "报价", 1, 4, "298,000");
            set(book, "报价", 1, 5, "13%");
            set(book, "报价", 1, 6, "2:295000；10:290000");
            set(book, "报价", 1, 8, "45");
            set(book, "报价", 1, 11, "长沙市");
            set(book, "条款答复", 1, 3, "满足");
            set(book, "条款答复", 2, 3, "有偏离");
            set(book, "条款答复", 2, 4, "75 天");
            set(book, "有效期和说明", 1, 0, Quoting.validUntil());
        });
        upload(filled).statusCode(303);
        form().post(page + "/submit").then().statusCode(303);
        LineText text = own.draft(respondent()).line(1).text();
        assertThat(text.breaks()).hasSize(2);
        assertThat(text.reply(1).value()).isEqualTo("75 天");
        upload(workbook()).statusCode(303);
        assertThat(own.draft(respondent()).line(1).text())
                .as("read back unchanged")
                .isEqualTo(text);
    }

    @Test
    void aWorkbookWithErrorsChangesNothing() {
        Quoting.draft(respondent(), "300000", "");
        byte[] wrong = filled(workbook(), book -> {
            set(book, "报价", 1, 4, "-1");
            set(book, "报价", 1, 5, "17");
            set(book, "报价", 1, 6, "很多");
            set(book, "报价", 2, 0, "9");
            set(book, "条款答复", 1, 3, "大概");
        });
        upload(wrong)
                .statusCode(422)
                .body(allOf(
                        containsString("5 处错误"),
                        containsString("含税单价（元）"),
                        containsString("单价必须大于 0"),
                        containsString("没有这个税率"),
                        containsString("起始数量:单价"),
                        containsString("询价没有这一行"),
                        containsString("应为 满足、有偏离 或 未答复"),
                        containsString("下载错误清单")));
        assertThat(own.draft(respondent()).line(1).text().unitPrice()).isEqualTo("300000");
        upload("not a workbook".getBytes(StandardCharsets.UTF_8)).statusCode(415);
        upload(filled(workbook(), book -> book.setSheetName(0, "别的"))).statusCode(303);
    }

    @Test
    void attachmentsAreUploadedAndTakenAway() {
        firm().multiPart("file", "certificate.pdf", "%PDF-1.7\n%x\n".getBytes(StandardCharsets.US_ASCII))
                .post(page + "/files")
                .then()
                .statusCode(303);
        String id = own.draft(respondent()).files().getFirst().id();
        firm().get(page).then().body(containsString("certificate.pdf"));
        firm().get(page + "/files/" + id)
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("attachment"));
        SignedIn.as(SignedIn.FIRM).get(page + "/files/" + id).then().statusCode(404);
        firm().multiPart("file", "x.exe", new byte[] {'M', 'Z', 0, 1})
                .post(page + "/files")
                .then()
                .statusCode(422);
        firm().post(page + "/files/" + id + "/remove").then().statusCode(303);
        assertThat(own.draft(respondent()).files()).isEmpty();
    }

    @Test
    void theReceiptIsCheckedAfterTheOpening() {
        Submission sent = Quoting.submit(respondent(), "300000");
        firm().queryParam("hash", sent.receipt()).get(page + "/receipt").then().body(containsString("是现在有效的提交"));
        Quoting.open(buyer, code);
        firm().queryParam("hash", " " + sent.receipt().toUpperCase(Locale.ROOT))
                .get(page + "/receipt")
                .then()
                .statusCode(200)
                .body(allOf(containsString("一致"), containsString("采购单位看到的就是您提交的")));
        firm().queryParam("hash", "0".repeat(64)).get(page + "/receipt").then().body(containsString("对不上"));
        firm().queryParam("hash", "<b>").get(page + "/receipt").then().body(containsString("不是回执"));
        assertThat(firm().get(page + "/content")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .isEqualTo(sent.content());
        firm().get(page).then().statusCode(200).body(allOf(containsString("已开启"), containsString(sent.receipt())));
    }

    @Test
    void officersOpenAndReadWhatCameIn() {
        Organization office = Offices.firm();
        Actor first = Quoting.officer(office);
        Actor second = Quoting.officer(office);
        SignedIn.enter(first.login(), Offices.PASSWORD);
        SignedIn.enter(second.login(), Offices.PASSWORD);
        String pair = Asking.draft(first, Asking.terms(2, false), FIRM, "F005");
        inquiries.publish(first, pair);
        String opening = "/inquiries/" + pair + "/opening";
        Submission sent = Quoting.submit(Quoting.respondent(FIRM, pair), "300000");
        SignedIn.as(first.login()).get(opening).then().statusCode(200).body(containsString("报价仍然密封"));
        SignedIn.as(first.login())
                .post(opening + "/confirm")
                .then()
                .statusCode(409)
                .body(containsString("还没有到截止时间"));
        Asking.close(pair);
        SignedIn.as(first.login()).post(opening + "/confirm").then().statusCode(303);
        SignedIn.as(first.login())
                .post(opening + "/confirm")
                .then()
                .statusCode(409)
                .body(containsString("同一个人只算一次"));
        SignedIn.as(first.login()).get(opening).then().body(containsString("还需要另外 1 位同事"));
        SignedIn.as(second.login()).get(opening).then().body(containsString("确认并开启全部报价"));
        SignedIn.as(second.login()).post(opening + "/confirm").then().statusCode(303);
        SignedIn.as(first.login())
                .get(opening)
                .then()
                .body(allOf(containsString(sent.receipt()), containsString("601,500 元"), containsString("封存期间的提交记录")));
        long id = quotations.opened(pair).getFirst().id();
        SignedIn.as(first.login())
                .get(opening + "/" + id)
                .then()
                .statusCode(200)
                .body(allOf(containsString("内容与回执一致"), containsString("含安装")));
        byte[] content =
                SignedIn.as(first.login()).get(opening + "/" + id + "/content").asByteArray();
        assertThat(Fingerprint.of(content)).isEqualTo(sent.receipt());
        SignedIn.as(SignedIn.BUYER).get(opening + "/" + id).then().statusCode(404);
        SignedIn.as(first.login())
                .get("/inquiries/" + code + "/opening/" + id)
                .then()
                .statusCode(404);
        SignedIn.as(SignedIn.SUPPLIER).get("/notifications").then().body(containsString("报价已开启"));
    }
}
