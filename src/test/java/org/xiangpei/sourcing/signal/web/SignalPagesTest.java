package org.xiangpei.sourcing.signal.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.restassured.response.ValidatableResponse;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Role;
import org.xiangpei.shared.City;
import org.xiangpei.sourcing.Opened;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;

/** The pages of signals: definitions, rows, the workbook, explanations, and who sees them. */
@XiangpeiTest
class SignalPagesTest {

    private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";

    @BeforeEach
    @AfterEach
    void clean() {
        Opened.clean();
    }

    private static Actor buyer() {
        return Actor.member(
                SignedIn.BUYER,
                "示例采购员",
                Opened.single("select m.organization_code from membership m join account a on a.id = m.account_id"
                        + " where a.login = 'caigou' and m.until is null"),
                "株洲河东公共交通中心（示例）",
                Optional.of(City.ZHUZHOU),
                Set.of(Role.BUYER));
    }

    private static void close(int count) {
        for (int i = 0; i < count; i++) {
            Opened.inquiry(buyer(), "=紧贴" + i)
                    .quotes("F025", "100")
                    .quotes("F001", "100.4")
                    .award("F025", 1, Opened.today().minusDays(10));
        }
    }

    private static String page(String login, String path) {
        return SignedIn.as(login).get(path).then().statusCode(200).extract().asString();
    }

    /** The address of the only signal on the page. */
    private static String signal(String page) {
        return page.replaceAll("(?s).*href=\"(/signals/[0-9a-f]{16}\\?asOf=[0-9-]{10})\".*", "$1");
    }

    @Test
    void anEmptyPageSaysWhyNothingShows() {
        assertThat(page(SignedIn.CHANGSHA, "/signals")).contains("这段时间没有已开启的询价", "少于 5 个询价的情形一律不显示");
        close(4);
        assertThat(page(SignedIn.ZHUZHOU, "/signals"))
                .contains("已开启的询价少于 5 个", "财政部令第74号", "R024")
                .doesNotContain("F025", "=紧贴");
    }

    @Test
    void aBureauOpensTheRowsBehindASignal() {
        close(5);
        String all = page(SignedIn.ZHUZHOU, "/signals");
        assertThat(all).contains("报价紧贴成交价", "100.0%", "株洲市采购单位");
        assertThat(page(SignedIn.ZHUZHOU, signal(all)))
                .contains("依据：5 个询价", "100 元（成交）", "另一家比成交价高 0.4%", "株洲河东公共交通中心", "还没有")
                .doesNotContain("987,654", "98.77", "href=\"/inquiries/");
        SignedIn.as(SignedIn.CHANGSHA).get(signal(all)).then().statusCode(404);
        assertThat(page(SignedIn.CHANGSHA, "/signals")).doesNotContain("株洲河东");
    }

    @Test
    void anAdministratorSeesTheOwnAndExplains() {
        close(5);
        String own = page(SignedIn.BUYER, "/signals");
        assertThat(page(SignedIn.BUYER, signal(own))).contains("写说明", "href=\"/inquiries/Q");
        assertThat(page(SignedIn.FIRM, "/signals")).doesNotContain("株洲河东").contains("这段时间没有已开启的询价");
        String code = Opened.single("select min(code) from inquiry");
        post(Map.of("kind", "close_to_winner", "inquiry", code, "text", " ", "seen", ""))
                .statusCode(422)
                .body(allOf(containsString("请写明情况"), containsString("id=\"refused\"")));
        post(Map.of("kind", "close_to_winner", "inquiry", code, "text", "标准品，<b>出厂价</b>公开", "seen", ""))
                .statusCode(303);
        assertThat(page(SignedIn.BUYER, "/signals/explanations?done=1"))
                .contains("说明已保存", "标准品，&lt;b&gt;出厂价&lt;/b&gt;公开", "改写对这个询价的说明");
        assertThat(page(SignedIn.ZHUZHOU, signal(own))).contains("标准品，&lt;b&gt;出厂价");
        assertThat(page(SignedIn.ZHUZHOU, "/signals")).contains("已说明 1 个");
        post(Map.of("kind", "close_to_winner", "inquiry", code, "text", "没看见前面的", "seen", ""))
                .statusCode(409)
                .body(containsString("没看见前面的"));
        post(Map.of("kind", "close_to_winner", "inquiry", "Q20200101-ABCD-EFGH", "text", "别人的", "seen", ""))
                .statusCode(404);
        post(Map.of("kind", "accusation", "text", "x")).statusCode(400);
    }

    private static ValidatableResponse post(Map<String, String> fields) {
        return SignedIn.as(SignedIn.BUYER)
                .contentType(FORM)
                .formParams(fields)
                .post("/signals/explanations")
                .then();
    }

    @Test
    void theWorkbookHasSignalsRowsAndDefinitions() throws IOException {
        close(5);
        byte[] file = SignedIn.as(SignedIn.ZHUZHOU)
                .get("/signals/export")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            assertThat(workbook.getSheets().map(it -> it.getName())).containsExactly("提示", "依据", "口径");
            List<Row> signals = workbook.getSheet(0).orElseThrow().read();
            assertThat(texts(signals.get(1))).startsWith("报价紧贴成交价").contains("5", "100.0%");
            List<Row> rows = workbook.getSheet(1).orElseThrow().read();
            assertThat(rows).hasSize(6);
            assertThat(texts(rows.get(1))).as("text, and no formula").anyMatch(it -> it.startsWith("=紧贴"));
            assertThat(rows.get(1).stream().map(Cell::getFormula)).containsOnlyNulls();
            assertThat(texts(workbook.getSheet(2).orElseThrow().read().getLast()))
                    .anyMatch(it -> it.contains("已开启、未取消的询价 5 个"));
        }
    }

    private static List<String> texts(Row row) {
        return row.stream().map(Cell::getText).toList();
    }

    @Test
    void aDayThatCannotBeIsRefusedAndOthersAreNotLetIn() {
        SignedIn.as(SignedIn.ZHUZHOU).get("/signals?asOf=2999-01-01").then().statusCode(400);
        SignedIn.as(SignedIn.ZHUZHOU).get("/signals?asOf=gestern").then().statusCode(400);
        SignedIn.as(SignedIn.ZHUZHOU).get("/signals/0123456789abcdef").then().statusCode(404);
        SignedIn.as(SignedIn.SUPPLIER).get("/signals").then().statusCode(403);
        SignedIn.as(SignedIn.SUPPLIER).get("/signals/explanations").then().statusCode(403);
        assertThat(SignedIn.fromHere().get("/signals").statusCode()).isEqualTo(303);
    }
}
