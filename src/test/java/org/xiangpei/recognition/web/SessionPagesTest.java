package org.xiangpei.recognition.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.restassured.response.ValidatableResponse;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.Offices;
import org.xiangpei.fixtures.Patience;
import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.identity.Organization;
import org.xiangpei.identity.Role;
import org.xiangpei.recognition.Filer;
import org.xiangpei.recognition.Meeting;
import org.xiangpei.recognition.Standing.Acceptance;
import org.xiangpei.recognition.StandingStatus;
import org.xiangpei.recognition.Standings;
import org.xiangpei.shared.City;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.xiangpei.fixtures.SignedIn.CHANGSHA;
import static org.xiangpei.fixtures.SignedIn.OPERATOR;
import static org.xiangpei.fixtures.SignedIn.XIANGTAN;
import static org.xiangpei.fixtures.SignedIn.ZHUZHOU;

/** Three bureaus hold a joint session: who may do what, what is decided, and what becomes of it. */
@XiangpeiTest
class SessionPagesTest {

    private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";

    @Inject
    EntityManager entities;

    @Inject
    Standings standings;

    @Inject
    Clock clock;

    private Instant begun;

    @BeforeEach
    @AfterEach
    void clean() {
        begun = Instant.now();
        Meeting.clean();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** 长沙 and 株洲 have accepted, 湘潭 was silent. */
    private static String escalated(String name) {
        String code = Filer.CHANGSHA.file(name);
        Filer.accept(CHANGSHA, code, 1).statusCode(303);
        Filer.accept(ZHUZHOU, code, 1).statusCode(303);
        Filer.letTermEnd(code);
        return code;
    }

    private static String ready(String name) {
        String code = Filer.CHANGSHA.file(name);
        List.of(CHANGSHA, ZHUZHOU, XIANGTAN)
                .forEach(it -> Filer.accept(it, code, 1).statusCode(303));
        return code;
    }

    private String product(String code) {
        return entities.unwrap(Session.class)
                .createNativeQuery("select product_code from recognition_case where code = :code", String.class)
                .setParameter("code", code)
                .getSingleResult();
    }

    @Test
    void onlyTheHostConvenesAndOneAtATime() {
        Meeting.convene(ZHUZHOU, today().toString()).statusCode(409).body(containsString("由长沙市主办"));
        Meeting.convene(OPERATOR, today().toString()).statusCode(403);
        Meeting.convene(CHANGSHA, today().minusDays(1).toString())
                .statusCode(422)
                .body(containsString("不能早于今天"));
        Meeting.convene(CHANGSHA, "明天").statusCode(422).body(containsString("请选择开会日期"));
        Meeting.begin(CHANGSHA);
        Meeting.convene(CHANGSHA, today().toString()).statusCode(409).body(containsString("还没有结束"));
        SignedIn.as(Filer.CHANGSHA.login()).get("/sessions").then().statusCode(403);
    }

    @Test
    void silenceNeverApproves() {
        String code = escalated("X沉默电梯");
        Meeting meeting = Meeting.begin(CHANGSHA);
        assertThat(meeting.page(CHANGSHA)).contains("X沉默电梯", "没有答复", "意见不齐");
        meeting.decide(CHANGSHA, code, 0, "recognise", "").statusCode(409).body(containsString("还没有三市都同意：湘潭市"));
        meeting.close(CHANGSHA).statusCode(409).body(containsString("还有申报没有决定"));
    }

    @Test
    void listedMeansThreeAcceptances() throws InterruptedException {
        String code = escalated("X三市电梯");
        Meeting meeting = Meeting.begin(CHANGSHA);
        meeting.speak(XIANGTAN, code, "accept", "").statusCode(303);
        meeting.speak(XIANGTAN, code, "object", "改主意").statusCode(409).body(containsString("已经表态"));
        meeting.decide(ZHUZHOU, code, 0, "recognise", "").statusCode(303);
        meeting.close(ZHUZHOU).statusCode(409).body(containsString("由长沙市主办"));
        meeting.close(CHANGSHA).statusCode(303);
        String product = product(code);
        var standing = standings.find(product, today()).orElseThrow();
        assertThat(standing.status()).isEqualTo(StandingStatus.RECOGNISED);
        assertThat(standing.batch().orElseThrow().number()).isEqualTo(2);
        assertThat(standing.batch().orElseThrow().host()).contains(City.CHANGSHA);
        assertThat(standing.validity().until()).isEqualTo(today().plusYears(3).minusDays(1));
        assertThat(standing.acceptances())
                .containsExactly(
                        new Acceptance(City.CHANGSHA, today(), false),
                        new Acceptance(City.ZHUZHOU, today(), false),
                        new Acceptance(City.XIANGTAN, today(), true));
        assertThat(standings.find(product, today().minusDays(1)).orElseThrow().status())
                .isEqualTo(StandingStatus.NEVER);
        SignedIn.as(CHANGSHA)
                .get("/api/v1/products/" + product)
                .then()
                .statusCode(200)
                .body(containsString("X三市电梯"), containsString("illustrative"), containsString("load_capacity"));
        Patience.await(Duration.ofSeconds(1), () -> SignedIn.fromHere()
                .queryParam("q", "X三市电梯")
                .get("/api/v1/products")
                .asString()
                .contains("\"" + product + "\""));
        Filer.CHANGSHA
                .asks()
                .get("/filings/" + code)
                .then()
                .body(containsString("已互认"), containsString("第 2 批：互认"), containsString("/passport/" + product));
        Filer.CHANGSHA.withdraw(code, "").statusCode(409);
        meeting.decide(CHANGSHA, code, 1, "postpone", "再议").statusCode(409).body(containsString("会议已经结束"));
    }

    @Test
    void refusedAndPostponedSayWhy() {
        String refused = escalated("X不予电梯");
        String postponed = ready("X延后电梯");
        Meeting meeting = Meeting.begin(CHANGSHA);
        meeting.speak(XIANGTAN, refused, "object", "").statusCode(422);
        meeting.speak(XIANGTAN, refused, "object", "现场核查不符。").statusCode(303);
        meeting.decide(CHANGSHA, refused, 0, "refuse", " ").statusCode(422);
        meeting.decide(CHANGSHA, refused, 0, "refuse", "湘潭核查不符，补正后再报。").statusCode(303);
        meeting.decide(CHANGSHA, postponed, 0, "refuse", "不要").statusCode(409).body(containsString("三市都已同意"));
        meeting.decide(CHANGSHA, postponed, 0, "postpone", "等检测报告原件。").statusCode(303);
        meeting.close(CHANGSHA).statusCode(303);
        Filer.CHANGSHA.asks().get("/filings/" + refused).then().body(containsString("不予互认"), containsString("补正后再报"));
        assertThat(meeting.page(CHANGSHA)).contains("这次会议没有互认产品");
        SignedIn.as(ZHUZHOU).get("/desk").then().body(containsString("轮到本市召集联席会议"));
        SignedIn.as(CHANGSHA).get("/desk").then().body(not(containsString("轮到本市召集联席会议")));
        assertThat(Meeting.begin(ZHUZHOU).page(ZHUZHOU)).contains("X延后电梯").doesNotContain("X不予电梯");
    }

    @Test
    void theAgendaNamesWhoWasSilent() {
        escalated("X点名电梯");
        ready("X齐全电梯");
        Meeting meeting = Meeting.begin(CHANGSHA);
        assertThat(meeting.page(ZHUZHOU)).contains("湘潭没有在期限内答复", "三市都已书面同意", "期限内没有答复");
        SignedIn.as(XIANGTAN)
                .get("/notifications")
                .then()
                .body(containsString("召集第 2 批联席会议"), containsString("其中 1 份有市没有答复：湘潭"));
    }

    @Test
    void theHostMovesASessionAndEverybodyLearnsWhy() {
        String code = ready("X改期电梯");
        Meeting meeting = Meeting.begin(CHANGSHA);
        String later = today().plusDays(3).toString();
        meeting.move(ZHUZHOU, later, "会场占用").statusCode(409).body(containsString("由长沙市主办"));
        meeting.move(OPERATOR, later, "会场占用").statusCode(403);
        meeting.move(CHANGSHA, later, " ").statusCode(422).body(containsString("请写明"), containsString(later));
        meeting.move(CHANGSHA, today().minusDays(1).toString(), "会场占用").statusCode(422);
        meeting.move(CHANGSHA, later, "会场占用").statusCode(303);
        assertThat(meeting.page(XIANGTAN)).contains(later, "原定 " + today() + "，长沙市工信局三楼会议室。会场占用");
        meeting.decide(CHANGSHA, code, 0, "recognise", "").statusCode(409).body(containsString("到那天才能"));
        for (String bureau : List.of(ZHUZHOU, XIANGTAN)) {
            SignedIn.as(bureau)
                    .get("/notifications")
                    .then()
                    .body(containsString("第 2 批联席会议改期"), containsString("会场占用"));
        }
        Filer.CHANGSHA.asks().get("/notifications").then().body(containsString("联席会议改期：X改期电梯"));
        assertThat(trail("move_session")).isEqualTo(1L);
    }

    @Test
    void whatIsCalledOffGoesToTheNextSessionOfTheSameHost() {
        String code = ready("X取消电梯");
        Meeting meeting = Meeting.begin(CHANGSHA);
        meeting.callOff(CHANGSHA, "").statusCode(422).body(containsString("请写明"));
        meeting.callOff(XIANGTAN, "停电").statusCode(409);
        meeting.callOff(CHANGSHA, "主办市停电").statusCode(303).header("Location", containsString("/sessions"));
        SignedIn.as(ZHUZHOU)
                .get("/sessions")
                .then()
                .body(containsString("取消的会议"), containsString("主办市停电"), containsString("下一次是第 2 批，轮到长沙市工信局召集"));
        SignedIn.as(ZHUZHOU).get("/sessions/" + meeting.number()).then().statusCode(303);
        meeting.close(CHANGSHA).statusCode(404);
        SignedIn.as(XIANGTAN).get("/notifications").then().body(containsString("第 2 批联席会议取消"));
        Filer.CHANGSHA.asks().get("/notifications").then().body(containsString("联席会议取消：X取消电梯"));
        assertThat(trail("call_off_session")).isEqualTo(1L);
        Meeting next = Meeting.begin(CHANGSHA);
        assertThat(next.number()).isEqualTo(2);
        assertThat(next.page(CHANGSHA)).contains("X取消电梯").doesNotContain("主办市停电");
        next.decide(CHANGSHA, code, 0, "recognise", "").statusCode(303);
        next.callOff(CHANGSHA, "再取消").statusCode(409).body(containsString("不能取消"));
        next.close(CHANGSHA).statusCode(303);
        next.callOff(CHANGSHA, "再取消").statusCode(409).body(containsString("会议已经结束"));
    }

    /** Since the test began: the trail itself is never emptied. */
    private long trail(String action) {
        return entities.unwrap(Session.class)
                .createNativeQuery(
                        "select count(*) from audit_entry where action = :action and recorded_at > :since", Long.class)
                .setParameter("action", action)
                .setParameter("since", begun)
                .getSingleResult();
    }

    @Test
    void allBatchesAreListedForEverybody() throws IOException {
        String code = ready("X批次电梯");
        Meeting meeting = Meeting.begin(CHANGSHA);
        meeting.decide(CHANGSHA, code, 0, "recognise", "").statusCode(303);
        meeting.close(CHANGSHA).statusCode(303);
        String page = SignedIn.fromHere()
                .get("/batches")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page)
                .contains("第 2 批", "第 1 批", today().toString(), "/batches/2/list", "长沙市工信局主办")
                .doesNotContain("/sessions/2");
        SignedIn.as(ZHUZHOU).get("/batches").then().body(containsString("/sessions/2"));
        assertThat(meeting.page(ZHUZHOU)).contains("/batches/2");
        SignedIn.as(ZHUZHOU).get("/notifications").then().body(containsString("第 2 批成立"));
        byte[] list = SignedIn.fromHere()
                .get("/batches/2/list")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("batch-2.xlsx"))
                .extract()
                .asByteArray();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(list))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(2);
            assertThat(rows.get(1).getCellText(1)).isEqualTo(product(code));
            assertThat(rows.get(1).getCellText(2)).isEqualTo("X批次电梯");
            assertThat(rows.get(1).getCellText(6)).isEqualTo("长沙");
            assertThat(rows.get(1).getCellText(10)).isEqualTo("示例");
        }
        SignedIn.fromHere().get("/batches/404/list").then().statusCode(404);
    }

    @Test
    void whoIsNotInTheCatalogueBecomesAFirmOfIt() {
        Organization organization = Offices.firm();
        String login = Offices.person(organization, Role.SUPPLIER).login();
        SignedIn.enter(login, Offices.PASSWORD);
        var newcomer = new Filer(login);
        List<String> filed = List.of(newcomer.file("X新企业客梯"), newcomer.file("X新企业货梯"));
        for (String code : filed) {
            List.of(CHANGSHA, ZHUZHOU, XIANGTAN)
                    .forEach(it -> Filer.accept(it, code, 1).statusCode(303));
        }
        Meeting meeting = Meeting.begin(CHANGSHA);
        filed.forEach(it -> meeting.decide(CHANGSHA, it, 0, "recognise", "").statusCode(303));
        meeting.close(CHANGSHA).statusCode(303);
        List<String> firms = filed.stream()
                .map(it -> SignedIn.fromHere()
                        .get("/api/v1/products/" + product(it))
                        .then()
                        .statusCode(200)
                        .extract()
                        .<String>path("firm.code"))
                .toList();
        assertThat(firms.getFirst()).matches("F[0-9]{3,}").isEqualTo(firms.getLast());
        SignedIn.fromHere()
                .get("/firms/" + firms.getFirst())
                .then()
                .statusCode(200)
                .body(
                        containsString(organization.name()),
                        containsString("X新企业客梯"),
                        containsString("X新企业货梯"),
                        containsString("示例"));
        assertThat(entities.unwrap(Session.class)
                        .createNativeQuery("select firm_code from organization where code = :code", String.class)
                        .setParameter("code", organization.code())
                        .getSingleResult())
                .as("its people look after the firm from now on")
                .isEqualTo(firms.getFirst());
    }

    @Test
    void ofTwoWhoDecideAtTheSameInstantOneCounts() throws Exception {
        String code = ready("X同时电梯");
        Meeting meeting = Meeting.begin(CHANGSHA);
        List.of(ZHUZHOU, XIANGTAN).forEach(meeting::page);
        List<Callable<Integer>> both = List.of(
                () -> meeting.decide(ZHUZHOU, code, 0, "recognise", "")
                        .extract()
                        .statusCode(),
                () -> meeting.decide(XIANGTAN, code, 0, "postpone", "再看看")
                        .extract()
                        .statusCode());
        try (var threads = Executors.newFixedThreadPool(2)) {
            assertThat(threads.invokeAll(both).stream()
                            .map(it -> it.resultNow())
                            .toList())
                    .containsExactlyInAnyOrder(303, 409);
        }
        assertThat(entities.createNativeQuery("select count(*) from session_decision", Long.class)
                        .getSingleResult())
                .isEqualTo(1L);
    }

    @Test
    void theMinutesSayWhatWasDecidedByWhom() throws IOException {
        String code = ready("X纪要电梯");
        Meeting meeting = Meeting.begin(CHANGSHA);
        assertThat(minutes(meeting)).contains("草稿");
        meeting.decide(CHANGSHA, code, 0, "recognise", "").statusCode(303);
        meeting.close(CHANGSHA).statusCode(303);
        assertThat(minutes(meeting))
                .contains("第 2 批联席会议纪要", "长沙市工信局三楼会议室", "X纪要电梯", code, "互认", "有效期", product(code))
                .doesNotContain("草稿");
    }

    /** The same on every computer: the font is in the file, only with what is used of it. */
    @Test
    void theMinutesAsPdfCarryTheirFont() throws IOException {
        escalated("X纪要㐂电梯");
        Meeting meeting = Meeting.begin(CHANGSHA);
        byte[] document = SignedIn.as(XIANGTAN)
                .get("/sessions/" + meeting.number() + "/minutes.pdf")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("minutes-2.pdf"))
                .extract()
                .asByteArray();
        assertThat(document.length).as("of a font of 7 MB").isLessThan(200_000);
        try (var read = Loader.loadPDF(document)) {
            assertThat(new PDFTextStripper().getText(read).replaceAll("\\s", ""))
                    .contains("第2批联席会议纪要（草稿，会议未结束）", "期限内没有答复", "湘潭市没有在期限内答复", "X纪要〓电梯", "第1页，共");
            var resources = read.getPage(0).getResources();
            for (COSName name : resources.getFontNames()) {
                assertThat(resources.getFont(name).isEmbedded()).isTrue();
                assertThat(resources.getFont(name).getName()).matches("[A-Z]{6}\\+NotoSansSC.*");
            }
        }
        SignedIn.as(Filer.CHANGSHA.login())
                .get("/sessions/2/minutes.pdf")
                .then()
                .statusCode(403);
    }

    private static String minutes(Meeting meeting) throws IOException {
        byte[] document = SignedIn.as(XIANGTAN)
                .get("/sessions/" + meeting.number() + "/minutes")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (var read = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(document)))) {
            return read.getText();
        }
    }

    @Test
    void theHomeCitySuspendsUntilADayAndResumes() {
        String code = ready("X暂停电梯");
        Meeting meeting = Meeting.begin(CHANGSHA);
        meeting.decide(CHANGSHA, code, 0, "recognise", "").statusCode(303);
        meeting.close(CHANGSHA).statusCode(303);
        String product = product(code);
        suspend(ZHUZHOU, product, today().plusDays(9).toString(), "投诉").statusCode(404);
        suspend(OPERATOR, product, today().plusDays(9).toString(), "投诉").statusCode(403);
        suspend(CHANGSHA, product, today().minusDays(1).toString(), "投诉")
                .statusCode(422)
                .body(containsString("投诉"));
        suspend(CHANGSHA, product, today().plusDays(9).toString(), "").statusCode(422);
        suspend(CHANGSHA, product, today().plusDays(9).toString(), "两起投诉待查").statusCode(303);
        assertThat(standings.find(product, today()).orElseThrow().suspendedUntil())
                .contains(today().plusDays(9));
        assertThat(standings.find(product, today().plusDays(10)).orElseThrow().status())
                .isEqualTo(StandingStatus.RECOGNISED);
        SignedIn.fromHere()
                .get("/products/" + product)
                .then()
                .body(allOf(containsString("暂停互认至"), not(containsString("/standings/"))));
        SignedIn.as(CHANGSHA).get("/products/" + product).then().body(containsString("/standings/" + product));
        Filer.CHANGSHA.asks().get("/notifications").then().body(containsString("暂停互认：X暂停电梯"));
        suspend(CHANGSHA, product, today().plusDays(9).toString(), "再一次").statusCode(409);
        SignedIn.as(CHANGSHA)
                .contentType(FORM)
                .formParam("note", "查无实据")
                .post("/standings/" + product + "/resumption")
                .then()
                .statusCode(303);
        assertThat(standings.find(product, today()).orElseThrow().status()).isEqualTo(StandingStatus.RECOGNISED);
    }

    private static ValidatableResponse suspend(String bureau, String product, String until, String note) {
        return SignedIn.as(bureau)
                .contentType(FORM)
                .formParam("until", until)
                .formParam("reason", "complaint")
                .formParam("note", note)
                .post("/standings/" + product + "/suspension")
                .then();
    }
}
