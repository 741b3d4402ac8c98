package org.xiangpei.recognition.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.restassured.response.ValidatableResponse;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.Patience;
import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.XiangpeiTest;
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

    @BeforeEach
    @AfterEach
    void clean() {
        Meeting.clean(entities);
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
        Patience.await(Duration.ofSeconds(3), () -> SignedIn.fromHere()
                .queryParam("q", "X三市电梯")
                .get("/api/v1/products")
                .asString()
                .contains("\"" + product + "\""));
        Filer.CHANGSHA.asks().get("/filings/" + code).then().body(containsString("已互认"), containsString("第 2 批：互认"));
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
