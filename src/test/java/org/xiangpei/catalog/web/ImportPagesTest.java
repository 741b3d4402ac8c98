package org.xiangpei.catalog.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.shared.tabular.SentFiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.xiangpei.catalog.load.CatalogFiles.upload;

/** Uploads by hand: what the pages answer, to whom, and to files that are not what they say. */
@XiangpeiTest
class ImportPagesTest {

    private static final String PAGES = "/catalog/imports";
    private static final String FIRM = "XF1,试验企业,试验,,430100,,,430100,2001,小型,,illustrative,";
    private static final Pattern DIGEST = Pattern.compile("name=\"digest\" value=\"([0-9a-f]{64})\"");

    @Inject
    EntityManager entities;

    @BeforeEach
    @AfterEach
    @Transactional
    void clean() {
        entities.createNativeQuery("delete from catalog_import").executeUpdate();
        entities.createNativeQuery("delete from firm where code like 'X%'").executeUpdate();
    }

    @Test
    void aFileIsPreviewedConfirmedAndUndone() {
        String page = uploaded(SignedIn.CHANGSHA, upload().with("firms", FIRM).zip());
        String preview = get(SignedIn.CHANGSHA, page);
        assertThat(preview).contains("待确认", "新增", "XF1", "试验企业", "确认导入", "catalogue.zip");
        assertThat(firms()).isZero();

        confirm(SignedIn.CHANGSHA, page, digest(preview))
                .then()
                .statusCode(303)
                .header("Location", containsString(page));
        assertThat(firms()).isEqualTo(1);
        assertThat(get(SignedIn.CHANGSHA, page)).contains("已导入", "撤销这次导入").doesNotContain("确认导入");
        assertThat(get(SignedIn.CHANGSHA, PAGES)).contains(page, "撤销导入 IM");

        SignedIn.as(SignedIn.CHANGSHA).post(page + "/undo").then().statusCode(303);
        assertThat(firms()).isZero();
        assertThat(get(SignedIn.CHANGSHA, page)).contains("已撤销").doesNotContain("撤销这次导入");
        SignedIn.as(SignedIn.CHANGSHA)
                .post(page + "/undo")
                .then()
                .statusCode(409)
                .body(containsString("已经撤销过"));
    }

    @Test
    void aChangedRowShowsWhatWasAndWhatIs() {
        applied(upload().with("firms", FIRM).zip());
        String page = uploaded(
                SignedIn.OPERATOR,
                upload().with("firms", FIRM.replace("2001", "1999")).zip());
        assertThat(get(SignedIn.OPERATOR, page))
                .contains("改动", "<dt>成立年份</dt><dd><del>2001</del>", "<ins>1999</ins>")
                .doesNotContain("<dt>规模</dt>");
    }

    @Test
    void errorsStandOnThePageAndInTheListToDownload() {
        String page = uploaded(
                SignedIn.OPERATOR,
                upload().with("firms", FIRM.replace("2001", "1492"), "=1+1,企,企,,430100,,,,,,,illustrative,")
                        .zip());
        assertThat(get(SignedIn.OPERATOR, page))
                .contains("错误（2 处）", "firms.csv", "founded_year", "1492", "1800", page + "/errors.csv")
                .doesNotContain("确认导入");
        SignedIn.as(SignedIn.OPERATOR)
                .get(page + "/errors.csv")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("import-errors.csv"))
                .body(containsString("firms.csv,2,founded_year,1492,"))
                .body(containsString("firms.csv,3,code,'=1+1,"));
        confirm(SignedIn.OPERATOR, page, "0".repeat(64)).then().statusCode(409);
        assertThat(firms()).isZero();
    }

    @Test
    void longListsSayHowMuchIsNotShownAndHaveTheirOwnPages() {
        String[] rows = IntStream.range(0, 120)
                .mapToObj(i -> FIRM.replace("XF1", "XF%03d".formatted(i)))
                .toArray(String[]::new);
        String page = uploaded(SignedIn.OPERATOR, upload().with("firms", rows).zip());
        assertThat(get(SignedIn.OPERATOR, page)).contains("XF009", "…还有 110 行").doesNotContain("XF010");
        assertThat(get(SignedIn.OPERATOR, page + "?table=firms&page=3"))
                .contains("XF100", "XF119")
                .doesNotContain("XF099");
        SignedIn.as(SignedIn.OPERATOR).get(page + "?table=parks").then().statusCode(404);
        String wrong = uploaded(
                SignedIn.OPERATOR,
                upload().with(
                                "firms",
                                IntStream.range(0, 70)
                                        .mapToObj(i -> "X F,甲,甲,,430100,,,,,,,illustrative,")
                                        .toArray(String[]::new))
                        .zip());
        assertThat(get(SignedIn.OPERATOR, wrong)).contains("错误（70 处）", "…还有 20 处");
    }

    @Test
    void aCatalogueThatChangedMeanwhileIsShownInsteadOfApplied() {
        String page = uploaded(SignedIn.OPERATOR, upload().with("firms", FIRM).zip());
        String seen = digest(get(SignedIn.OPERATOR, page));
        applied(upload().with("firms", FIRM.replace("2001", "1999")).zip());
        String answer = confirm(SignedIn.OPERATOR, page, seen)
                .then()
                .statusCode(409)
                .body(containsString("预览之后有变化"))
                .body(containsString("成立年份 1999 → 2001"))
                .extract()
                .asString();
        confirm(SignedIn.OPERATOR, page, digest(answer)).then().statusCode(303);
    }

    @Test
    void anUndoThatIsRefusedNamesTheRows() {
        String first = applied(upload().with("firms", FIRM).zip());
        String second =
                applied(upload().with("firms", FIRM.replace("2001", "1999")).zip());
        SignedIn.as(SignedIn.OPERATOR)
                .post(PAGES + "/" + first + "/undo")
                .then()
                .statusCode(409)
                .body(containsString("不能撤销这次导入"))
                .body(containsString("之后的导入 " + second));
        SignedIn.as(SignedIn.OPERATOR)
                .post("/api/v1/catalog/imports/" + first + "/undo")
                .then()
                .statusCode(409);
        SignedIn.as(SignedIn.OPERATOR)
                .post("/api/v1/catalog/imports/" + second + "/undo")
                .then()
                .statusCode(204);
    }

    @Test
    void othersFindNothingUnderTheCode() {
        String page = uploaded(SignedIn.CHANGSHA, upload().with("firms", FIRM).zip());
        for (String other : new String[] {SignedIn.ZHUZHOU, SignedIn.OPERATOR}) {
            SignedIn.as(other).get(page).then().statusCode(404);
            SignedIn.as(other).get(page + "/errors.csv").then().statusCode(404);
            confirm(other, page, "").then().statusCode(404);
            SignedIn.as(other).post(page + "/discard").then().statusCode(404);
        }
        SignedIn.as(SignedIn.BUYER).get(page).then().statusCode(403);
        SignedIn.fromHere().get(PAGES).then().statusCode(303).header("Location", containsString("/sign-in"));
        SignedIn.as(SignedIn.CHANGSHA).post(page + "/discard").then().statusCode(303);
        SignedIn.as(SignedIn.CHANGSHA).get(page).then().statusCode(404);
    }

    @Test
    void aBureauSeesItsReachAndItsErrors() {
        assertThat(get(SignedIn.ZHUZHOU, PAGES)).contains("登记在株洲的企业");
        String page = uploaded(SignedIn.ZHUZHOU, upload().with("firms", FIRM).zip());
        assertThat(get(SignedIn.ZHUZHOU, page)).contains("XF1 登记在其他市").doesNotContain("确认导入");
    }

    @Test
    void theTemplateIsAWorkbookToDownload() {
        SignedIn.as(SignedIn.ZHUZHOU)
                .get("/api/v1/catalog/imports/template")
                .then()
                .statusCode(200)
                .contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .header("Content-Disposition", containsString("catalogue-template.xlsx"));
        byte[] filled = SignedIn.as(SignedIn.ZHUZHOU)
                .get("/api/v1/catalog/imports/template?filled=true")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        String page = uploaded(SignedIn.ZHUZHOU, "目录.xlsx", filled);
        assertThat(get(SignedIn.ZHUZHOU, page)).contains("文件与现有目录完全一致", "1,965").doesNotContain("确认导入");
        SignedIn.fromHere().get("/api/v1/catalog/imports/template").then().statusCode(401);
    }

    static Arguments[] hostile() {
        Map<String, byte[]> macros = SentFiles.workbookParts("");
        macros.put("xl/vbaProject.bin", new byte[] {1, 2, 3});
        Map<String, byte[]> bomb = new LinkedHashMap<>();
        bomb.put("firms.csv", new byte[40 << 20]);
        Map<String, byte[]> twice = new LinkedHashMap<>();
        twice.put("firms.csv", text("code\nXF1\n"));
        twice.put("old/Firms.CSV", text("code\nXF2\n"));
        Map<String, byte[]> elsewhere = new LinkedHashMap<>();
        elsewhere.put("../../other.csv", text("code\nX\n"));
        return new Arguments[] {
            arguments("empty.xlsx", new byte[0], 400, "文件是空的"),
            arguments("page.xlsx", text("<!DOCTYPE html><script>alert(1)</script>"), 415, "这是网页"),
            arguments("macro.xlsx", SentFiles.zip(macros), 415, "宏"),
            arguments("picture.zip", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 0}, 400, "picture.zip"),
            arguments("broken.zip", new byte[] {'P', 'K', 3, 4, 9, 9, 9}, 400, "broken.zip"),
            arguments("bomb.zip", SentFiles.zip(bomb), 413, "firms.csv"),
            arguments("twice.zip", SentFiles.zip(twice), 400, "不止一个"),
            arguments("elsewhere.zip", SentFiles.zip(elsewhere), 400, "没有可以导入的表"),
            arguments("large.csv", new byte[21 << 20], 413, "20 MB"),
            arguments("<script>alert(1)</script>.csv", text("a,b\n1,2\n"), 400, "没有可以导入的表"),
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void aFileThatIsNotWhatItSaysIsAnsweredOnTheFormAndKeptNowhere(
            String name, byte[] content, int status, String words) {
        SignedIn.as(SignedIn.OPERATOR)
                .multiPart("file", name, content)
                .post(PAGES)
                .then()
                .statusCode(status)
                .body(containsString("这个文件没有读取"))
                .body(containsString(words))
                .body(containsString("id=\"file\""))
                .body(not(containsString("<script>alert")));
        assertThat(count("catalog_import")).isZero();
    }

    @Test
    void aFormWithoutAFileSaysSo() {
        SignedIn.as(SignedIn.OPERATOR)
                .multiPart("other", "x")
                .post(PAGES)
                .then()
                .statusCode(400)
                .body(containsString("请先选择一个文件"));
    }

    @Test
    void formulasAreNeverRunAndDuplicatesAndMarkupAreErrorsOrText() {
        byte[] workbook = SentFiles.workbook("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>code</t></is></c></row>"
                + "<row r=\"2\"><c r=\"A2\"><f>1+1</f></c></row>");
        SignedIn.as(SignedIn.OPERATOR)
                .multiPart("file", "firms.xlsx", workbook)
                .post(PAGES)
                .then()
                .statusCode(400);
        String page = uploaded(
                SignedIn.OPERATOR,
                upload().with("firms", FIRM.replace("试验企业", "<b>粗</b>"), FIRM, FIRM.replace("XF1", "XF2"))
                        .zip());
        assertThat(get(SignedIn.OPERATOR, page)).contains("与第 2 行重复").doesNotContain("<b>粗");
        String right = uploaded(
                SignedIn.OPERATOR,
                upload().with("firms", FIRM.replace("试验企业", "<b>粗</b>")).zip());
        assertThat(get(SignedIn.OPERATOR, right)).contains("&lt;b&gt;粗").doesNotContain("<b>粗");
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String uploaded(String login, byte[] zip) {
        return uploaded(login, "catalogue.zip", zip);
    }

    /** The path of the preview's page. */
    private String uploaded(String login, String name, byte[] content) {
        String location = SignedIn.as(login)
                .multiPart("file", name, content)
                .post(PAGES)
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        return location.substring(location.indexOf(PAGES));
    }

    private static String applied(byte[] zip) {
        return SignedIn.as(SignedIn.OPERATOR)
                .multiPart("file", "catalogue.zip", zip)
                .queryParam("mode", "apply")
                .post("/api/v1/catalog/imports")
                .then()
                .statusCode(200)
                .extract()
                .path("code");
    }

    private static Response confirm(String login, String page, String digest) {
        return SignedIn.as(login).formParam("digest", digest).post(page + "/apply");
    }

    private static String get(String login, String path) {
        return SignedIn.as(login).get(path).then().statusCode(200).extract().asString();
    }

    private static String digest(String page) {
        Matcher found = DIGEST.matcher(page);
        assertThat(found.find()).as("has a digest").isTrue();
        return found.group(1);
    }

    private long firms() {
        return (Long) entities.createNativeQuery("select count(*) from firm where code like 'X%'")
                .getSingleResult();
    }

    private long count(String table) {
        return (Long)
                entities.createNativeQuery("select count(*) from " + table).getSingleResult();
    }
}
