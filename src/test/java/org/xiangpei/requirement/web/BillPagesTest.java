package org.xiangpei.requirement.web;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.requirement.bill.BillReading;
import org.xiangpei.requirement.bill.SampleBills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;

/** Bills on their pages: what is answered, to whom, and to files that are not what they say. */
@XiangpeiTest
class BillPagesTest {

    private static final String BILLS = "/requirements/bills";
    private static final Pattern DRAFT = Pattern.compile("/requirements/(X\\d{8}-[0-9A-Z]{4}-[0-9A-Z]{4})");

    @Inject
    BillReading reading;

    @Inject
    EntityManager entities;

    @AfterEach
    @Transactional
    void clean() {
        entities.createNativeQuery("delete from bill_mapping").executeUpdate();
        entities.createNativeQuery("delete from bill").executeUpdate();
    }

    @Test
    void aBillIsUploadedConfirmedReadAndWalkedThrough() {
        String page = uploaded("配电房.xlsx", SampleBills.substation());
        assertThat(get(page))
                .contains("每一列是什么", "额定容量(kVA)", "单个参数（列名即参数名）", "把握大", "SCB14-630/10", "隐藏的工作表", "表头在第 3–4 行");
        begin(page, "配电房改造").then().statusCode(303).header("Location", endsWith(page));
        assertThat(get(page)).contains("正在读取", "排队中", "hx-trigger=\"every 1s\"", ">刷新<", "取消");
        readAll();
        String read = get(page);
        assertThat(read)
                .contains("已读完", "处理 2 行", "数量没有读出来", "若干", "分部标题", page + "/remarks.csv")
                .doesNotContain("every 1s");

        String draft = draft(read);
        assertThat(get("/requirements/" + draft)).contains("配电房改造", "干式变压器");
        assertThat(get(page + "/rows")).contains("异形桥架盖板", "2 行", "见附图 3", "逐行处理这 2 行", "归入品类");
        decide(page, "match", "valve").then().statusCode(303).header("Location", endsWith(page + "/rows"));
        assertThat(get(page + "/rows")).contains("都处理完了");
        assertThat(get(page)).contains("每一行都有了去处").doesNotContain("处理 2 行");
        assertThat(get(BILLS)).contains("配电房改造", draft, "6 行需求");
    }

    @Test
    void singleRowsAreDecidedOnOneByOne() {
        String page = uploaded("配电房.xlsx", SampleBills.substation());
        begin(page, "");
        readAll();
        String rows = get(page + "/rows?name=异形桥架盖板");
        Matcher position = Pattern.compile("name=\"position\" value=\"(\\d+)\"").matcher(rows);
        assertThat(position.find()).isTrue();
        SignedIn.as(SignedIn.BUYER)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("name", "异形桥架盖板")
                .formParam("position", position.group(1))
                .formParam("decision", "ask")
                .post(page + "/rows")
                .then()
                .statusCode(303)
                .header("Location", containsString("/rows?name="));
        assertThat(get(page)).contains("处理 1 行");
    }

    @Test
    void whatIsMissingInADecisionIsSaid() {
        String page = uploaded("配电房.xlsx", SampleBills.substation());
        begin(page, "");
        readAll();
        decide(page, "match", "").then().statusCode(422).body(containsString("请选择品类"));
        decide(page, "", "").then().statusCode(422).body(containsString("请选择怎样处理"));
    }

    @Test
    void aMappingThatCannotBeReadIsAnsweredWithThePageAndItsReason() {
        String page = uploaded("清单.csv", "东西,数量\n甲,2\n乙,3\n".getBytes(StandardCharsets.UTF_8));
        SignedIn.as(SignedIn.BUYER)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("title", "我的名称")
                .formParam("sheet-0", "read")
                .formParam("c-0-0", "ignored")
                .formParam("c-0-1", "quantity")
                .post(page + "/begin")
                .then()
                .statusCode(422)
                .body(containsString("请指出哪一列是名称"))
                .body(containsString("我的名称"));
    }

    @Test
    void headingsAreMovedWhereSomebodySaysThatTheyAre() {
        String page = uploaded("清单.csv", "名称,数量\n设备,总数\n电梯,3\n".getBytes(StandardCharsets.UTF_8));
        SignedIn.as(SignedIn.BUYER)
                .formParam("sheet", "0")
                .formParam("from-0", "2")
                .formParam("to-0", "2")
                .post(page + "/headings")
                .then()
                .statusCode(303);
        assertThat(get(page)).contains("表头在第 2 行", "总数");
        SignedIn.as(SignedIn.BUYER)
                .formParam("sheet", "0")
                .formParam("from-0", "70")
                .formParam("to-0", "70")
                .post(page + "/headings")
                .then()
                .statusCode(422)
                .body(containsString("没有表头请填 0"));
    }

    @Test
    void theSameFileTwiceOffersTheEarlierOne() {
        String first = uploaded("清单.csv", SampleBills.lines(3));
        assertThat(get(uploaded("清单.csv", SampleBills.lines(3)))).contains("同一个文件已经上传过", "href=\"" + first + "\"");
    }

    @Test
    void aCancelledBillSaysWhatIsLeft() {
        String page = uploaded("清单.csv", SampleBills.lines(3));
        begin(page, "");
        SignedIn.as(SignedIn.BUYER).post(page + "/cancel").then().statusCode(303);
        assertThat(get(page)).contains("已取消", "没有写入任何内容");
        SignedIn.as(SignedIn.BUYER)
                .post(page + "/cancel")
                .then()
                .statusCode(409)
                .body(containsString("没有可以取消的"));
        begin(page, "").then().statusCode(409);
    }

    @Test
    void remarksCanBeDownloadedAndRunNoFormula() {
        String page = uploaded(
                "清单.csv",
                "名称,数量\n乘客电梯,\"=HYPERLINK(\"\"http://x\"\")\"\n闸阀,1\n电缆,2\n".getBytes(StandardCharsets.UTF_8));
        begin(page, "");
        readAll();
        SignedIn.as(SignedIn.BUYER)
                .get(page + "/remarks.csv")
                .then()
                .statusCode(200)
                .body(containsString("'=HYPERLINK"));
    }

    @Test
    void htmlInCellsIsShownAsText() {
        String page =
                uploaded("清单.csv", "名称,数量\n<script>alert(1)</script>,2\n乘客电梯,1\n".getBytes(StandardCharsets.UTF_8));
        assertThat(get(page)).contains("&lt;script&gt;").doesNotContain("<script>alert");
        begin(page, "");
        readAll();
        assertThat(get(page + "/rows")).contains("&lt;script&gt;").doesNotContain("<script>alert");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%PDF-1.7", "\u00D0\u00CF\u0011\u00E0old", "PK\u0003\u0004broken", ""})
    void whatIsNoTableIsAnsweredWithTheFormAndWhatWouldBeRight(String content) {
        upload("bill.xlsx", content.getBytes(StandardCharsets.ISO_8859_1))
                .then()
                .statusCode(oneOf(400, 415, 422))
                .body(containsString("这个文件没有读取"))
                .body(containsString("bill.xlsx"));
    }

    @Test
    void runningTextIsNoTable() {
        upload("通知.txt", "现采购电梯两部。\n三十日内交货。\n".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(422)
                .body(containsString("里面没有表格"));
    }

    @Test
    void quotesThatDoNotPairAreNamedWithTheirRow() {
        upload("清单.csv", "名称,数量\n电梯,2\n\"阀门,3\n".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(422)
                .body(containsString("双引号不成对"));
    }

    @Test
    void onlyBuyersHaveBillsAndOnlyTheirOwn() {
        String page = uploaded("清单.csv", SampleBills.lines(3));
        SignedIn.as(SignedIn.FIRM).get(page).then().statusCode(404);
        SignedIn.as(SignedIn.FIRM).get(page + "/rows").then().statusCode(404);
        SignedIn.as(SignedIn.FIRM).post(page + "/cancel").then().statusCode(404);
        SignedIn.as(SignedIn.FIRM).get(page + "/remarks.csv").then().statusCode(404);
        SignedIn.as(SignedIn.SUPPLIER).get(BILLS).then().statusCode(403);
        SignedIn.as(SignedIn.CHANGSHA).get(BILLS).then().statusCode(403);
        SignedIn.fromHere().get(page).then().statusCode(not(200));
    }

    private static Response upload(String name, byte[] content) {
        return SignedIn.as(SignedIn.BUYER).multiPart("file", name, content).post(BILLS);
    }

    private static String uploaded(String name, byte[] content) {
        String location = upload(name, content).then().statusCode(303).extract().header("Location");
        return location.substring(location.indexOf(BILLS));
    }

    private static Response begin(String page, String title) {
        return SignedIn.as(SignedIn.BUYER)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("title", title)
                .formParam("sheet-0", "read")
                .post(page + "/begin");
    }

    private static Response decide(String page, String decision, String category) {
        return SignedIn.as(SignedIn.BUYER)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("name", "异形桥架盖板")
                .formParam("decision", decision)
                .formParam("category", category)
                .post(page + "/rows");
    }

    private void readAll() {
        int pieces = 0;
        while (reading.readPiece()) {
            pieces++;
        }
        assertThat(pieces).isPositive();
    }

    private static String draft(String page) {
        Matcher found = DRAFT.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String get(String path) {
        return SignedIn.as(SignedIn.BUYER)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
