package org.xiangpei.ledger.web;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.XiangpeiTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

/** The ledger of the buyer of the demonstration, as its pages answer. What is recorded stays, so each test has purchases of its own, of 2007. */
@XiangpeiTest
class PurchasePagesTest {

    private static final Pattern DIGEST = Pattern.compile("name=\"digest\" value=\"([0-9a-f]{64})\"");
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");

    @Test
    void aFileIsPreviewedConfirmedLookedAtAndUndone() {
        String page = uploaded("日期,品名,金额,供应商,产地\n2007-01-05,第一种泵,1200,甲公司,天元区\n2007-01-06,第一种泵,800,甲公司,\n");
        String preview = get(SignedIn.BUYER, page);
        assertThat(preview).contains("将登记 2 笔", "2,000 元", "确认导入", "株洲（430211）", "产地不明");
        confirm(page, digest(preview)).then().statusCode(303);
        String code = page.substring(page.lastIndexOf('/') + 1);
        assertThat(get(SignedIn.BUYER, "/purchases?import=" + code)).contains("第一种泵", "天元区", "共 2 笔");
        assertThat(get(SignedIn.BUYER, "/purchases?q=第一种泵&place=unknown")).contains("共 1 笔");
        assertThat(get(SignedIn.BUYER, page)).contains("已导入", "撤销这次导入").doesNotContain("确认导入");
        assertThat(get(SignedIn.BUYER, "/purchases/imports")).contains("撤销导入 " + code);
        post(SignedIn.BUYER, page + "/undo").then().statusCode(303);
        assertThat(get(SignedIn.BUYER, "/purchases?q=第一种泵")).contains("没有符合条件的采购");
        assertThat(get(SignedIn.BUYER, "/purchases?q=第一种泵&state=withdrawn")).contains("共 2 笔", "1,200 元");
        post(SignedIn.BUYER, page + "/undo").then().statusCode(409).body(containsString("已经撤销过"));
    }

    @Test
    void aPurchaseIsCorrectedWithAReasonAndItsHistoryShown() {
        String one = recorded("第二种泵");
        String form = get(SignedIn.BUYER, one + "/correct");
        assertThat(form).contains("value=\"第二种泵\"", "value=\"500.00\"");
        String seen = find(SEEN, form);
        correction(one, seen, "-5", "").then().statusCode(422).body(containsString("请写明更正的原因"));
        correction(one, seen, "-5", "发票为准")
                .then()
                .statusCode(422)
                .body(containsString("金额应大于 0"))
                .body(containsString("value=\"-5\""))
                .body(containsString("发票为准</textarea>"));
        correction(one, seen, "480", "发票为准").then().statusCode(303);
        assertThat(get(SignedIn.BUYER, one))
                .contains("更正", "原因：发票为准", "<del>500 元</del>", "<ins>480 元</ins>", "有效，更正过");
        correction(one, seen, "470", "又一次").then().statusCode(409).body(containsString("刚刚被更正过"));
        String now = find(SEEN, get(SignedIn.BUYER, one));
        withdraw(one, now, "").then().statusCode(422);
        withdraw(one, now, "合同解除").then().statusCode(303);
        assertThat(get(SignedIn.BUYER, one)).contains("已作废", "合同解除").doesNotContain("确认作废");
    }

    @Test
    void whatIsFilteredCanBeTakenAlongAsAFile() {
        recorded("第六种泵");
        String page = get(SignedIn.BUYER, "/purchases?q=第六种泵");
        assertThat(page).contains("/purchases/export.xlsx?q=", "/purchases/export.csv?q=");
        SignedIn.as(SignedIn.BUYER)
                .get("/purchases/export.csv?q=第六种泵")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .header("Content-Disposition", containsString("attachment; filename=\"purchases-"))
                .body(containsString("采购日期,品名,品类"))
                .body(containsString("第六种泵"))
                .body(not(containsString("第一种泵")));
        byte[] sheet = SignedIn.as(SignedIn.BUYER)
                .get("/purchases/export.xlsx?q=第六种泵")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(sheet).startsWith('P', 'K');
        assertThat(SignedIn.as(SignedIn.OPERATOR)
                        .get("/purchases/export.csv?q=第六种泵")
                        .asString())
                .contains("采购单位代码", "株洲河东公共交通中心");
        assertThat(SignedIn.as(SignedIn.FIRM)
                        .get("/purchases/export.csv?q=第六种泵")
                        .asString())
                .doesNotContain("第六种泵");
        SignedIn.as(SignedIn.CHANGSHA).get("/purchases/export.csv").then().statusCode(403);
    }

    @Test
    void suspectedPairsAreJudged() {
        String first = recorded("第三种泵");
        String second = recorded("第三种泵 ", "2007-01-06");
        String codes = first.substring(first.lastIndexOf('/') + 1) + "\"><input type=\"hidden\" name=\"other\" value=\""
                + second.substring(second.lastIndexOf('/') + 1);
        assertThat(get(SignedIn.BUYER, "/purchases/duplicates")).contains(codes);
        assertThat(get(SignedIn.BUYER, "/desk")).contains("疑似重复的采购");
        SignedIn.as(SignedIn.BUYER)
                .formParam("one", first.substring(first.lastIndexOf('/') + 1))
                .formParam("other", second.substring(second.lastIndexOf('/') + 1))
                .formParam("keep", "")
                .post("/purchases/duplicates")
                .then()
                .statusCode(303);
        assertThat(get(SignedIn.BUYER, "/purchases/duplicates")).doesNotContain(codes);
    }

    @Test
    void anotherOrganisationFindsNothing() {
        String one = recorded("第四种泵");
        for (String path : new String[] {one, one + "/correct"}) {
            SignedIn.as(SignedIn.FIRM).get(path).then().statusCode(404);
        }
        assertThat(get(SignedIn.FIRM, "/purchases?q=第四种泵")).doesNotContain(one);
        assertThat(get(SignedIn.OPERATOR, "/purchases?q=第四种泵")).contains(one, "株洲河东公共交通中心");
        SignedIn.as(SignedIn.CHANGSHA).get("/purchases").then().statusCode(403);
        SignedIn.as(SignedIn.SUPPLIER).get("/purchases/imports").then().statusCode(403);
    }

    @Test
    void aFileThatIsNoneIsAnsweredBesideTheForm() {
        SignedIn.as(SignedIn.BUYER)
                .multiPart("file", "台账.xlsx", "<html>".getBytes(StandardCharsets.UTF_8), "text/html")
                .post("/purchases/imports")
                .then()
                .statusCode(415)
                .body(containsString("这个文件没有读取"));
        SignedIn.as(SignedIn.BUYER)
                .multiPart("x", "x")
                .post("/purchases/imports")
                .then()
                .body(containsString("请先选择一个文件"));
    }

    @Test
    void theColumnsAreCorrectedAndTheErrorsDownloaded() {
        String page = uploaded("何时,何物,花费,向谁,备注\n2007-02-01,第五种泵,5,乙,x\n");
        assertThat(get(SignedIn.BUYER, page)).contains("请选定").doesNotContain("确认导入");
        SignedIn.as(SignedIn.BUYER)
                .formParam("purchased_on", "0")
                .formParam("item", "1")
                .formParam("amount", "2")
                .formParam("supplier", "3")
                .formParam("production_region", "-1")
                .formParam("category", "")
                .post(page + "/columns")
                .then()
                .statusCode(303);
        assertThat(get(SignedIn.BUYER, page)).contains("将登记 1 笔", "确认导入");
        SignedIn.as(SignedIn.BUYER)
                .formParam("item", "1")
                .formParam("supplier", "1")
                .post(page + "/columns")
                .then()
                .statusCode(422)
                .body(containsString("选了两次"));
        SignedIn.as(SignedIn.BUYER).get(page + "/errors.csv").then().statusCode(200);
        post(SignedIn.BUYER, page + "/discard").then().statusCode(303);
        SignedIn.as(SignedIn.BUYER).get(page).then().statusCode(404);
    }

    @Test
    void theRatePageLeadsToTheReasonsOfAChange() {
        assertThat(get(SignedIn.BUYER, "/rate")).contains("/rate/changes?from=");
        SignedIn.fromHere()
                .get("/rate/changes?from=2024-01&to=2024-12&asOfBefore=2024-06-30&asOfAfter=2025-06-30")
                .then()
                .statusCode(200)
                .body(containsString("新登记的采购"))
                .body(containsString("个百分点"))
                .body(containsString("示例数据"));
        SignedIn.fromHere()
                .get("/rate/changes?asOfBefore=2025-06-30&asOfAfter=2024-06-30")
                .then()
                .statusCode(400)
                .body(containsString("asOfBefore"))
                .body(not(containsString("个百分点")));
    }

    /** @return the page of the one purchase of a new upload */
    private static String recorded(String item) {
        return recorded(item, "2007-01-05");
    }

    private static String recorded(String item, String day) {
        String page = uploaded("日期,品名,金额,供应商,产地\n" + day + "," + item + ",500,甲公司,天元区\n");
        confirm(page, digest(get(SignedIn.BUYER, page))).then().statusCode(303);
        return "/purchases/" + page.substring(page.lastIndexOf('/') + 1) + "-2";
    }

    private static String uploaded(String csv) {
        String location = SignedIn.as(SignedIn.BUYER)
                .multiPart("file", "台账.csv", csv.getBytes(StandardCharsets.UTF_8), "text/csv")
                .post("/purchases/imports")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        return location.substring(location.indexOf("/purchases/imports/"));
    }

    private static Response confirm(String page, String digest) {
        return SignedIn.as(SignedIn.BUYER).formParam("digest", digest).post(page + "/apply");
    }

    private static Response correction(String one, String seen, String amount, String reason) {
        RequestSpecification form = SignedIn.as(SignedIn.BUYER)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("seen", seen)
                .formParam("purchased_on", "2007-01-05")
                .formParam("item", "第二种泵")
                .formParam("amount", amount)
                .formParam("supplier", "甲公司")
                .formParam("production_region", "430211")
                .formParam("reason", reason);
        return form.post(one + "/correct");
    }

    private static Response withdraw(String one, String seen, String reason) {
        return SignedIn.as(SignedIn.BUYER)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("seen", seen)
                .formParam("reason", reason)
                .post(one + "/withdraw");
    }

    private static Response post(String login, String path) {
        return SignedIn.as(login).post(path);
    }

    private static String get(String login, String path) {
        return SignedIn.as(login).get(path).then().statusCode(200).extract().asString();
    }

    private static String digest(String page) {
        return find(DIGEST, page);
    }

    private static String find(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
