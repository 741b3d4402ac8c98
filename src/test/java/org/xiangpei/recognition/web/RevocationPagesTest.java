package org.xiangpei.recognition.web;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.Patience;
import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.recognition.Filer;
import org.xiangpei.recognition.Life;
import org.xiangpei.recognition.Meeting;
import org.xiangpei.recognition.StandingStatus;
import org.xiangpei.recognition.Standings;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.xiangpei.fixtures.SignedIn.BUYER;
import static org.xiangpei.fixtures.SignedIn.CHANGSHA;
import static org.xiangpei.fixtures.SignedIn.FIRM;
import static org.xiangpei.fixtures.SignedIn.OPERATOR;
import static org.xiangpei.fixtures.SignedIn.XIANGTAN;
import static org.xiangpei.fixtures.SignedIn.ZHUZHOU;

/** A recognition is revoked: opened by the home city, the firm heard, decided by the three cities together. */
@XiangpeiTest
class RevocationPagesTest {

    @Inject
    EntityManager entities;

    @Inject
    Standings standings;

    @Inject
    Clock clock;

    @BeforeEach
    @AfterEach
    void clean() {
        Life.clean();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private StandingStatus status(Life life, LocalDate day) {
        return standings.find(life.product(), day).orElseThrow().status();
    }

    @Test
    void theWholeWayToARevocation() throws InterruptedException {
        Life life = Life.begin("X撤销电梯").until(today().plusYears(1));
        String code = life.revoke();
        page(FIRM, "/desk", "拟撤销互认，等本企业陈述", "X撤销电梯");
        page(FIRM, "/hearings", "X撤销电梯", "听取企业意见中");
        page(FIRM, "/hearings/" + code, "监督抽查不合格", "两次抽检不合格", "提交陈述");
        assertThat(status(life, today())).isEqualTo(StandingStatus.RECOGNISED);
        page(ZHUZHOU, "/revocations/" + code, "两次抽检不合格", "/files/", "还没有答复");

        Meeting meeting = Meeting.begin(ZHUZHOU);
        Life.say(ZHUZHOU, code, "revoke", "").statusCode(409).body(containsString("听取以后才能表态"));
        Life.state(Filer.CHANGSHA, code, "问题批次已召回，已整改。").statusCode(303);
        Life.waive(Filer.CHANGSHA, code).statusCode(409).body(containsString("每件只答复一次"));
        page(ZHUZHOU, "/revocations/" + code, "问题批次已召回");
        assertThat(meeting.page(ZHUZHOU)).contains("X撤销电梯", "已陈述", "未决定");

        Life.say(CHANGSHA, code, "revoke", "").statusCode(409).body(containsString("您启动了这次撤销"));
        Life.say(ZHUZHOU, code, "revoke", "整改没有解决问题。").statusCode(303);
        Life.say(ZHUZHOU, code, "keep", "改主意").statusCode(409).body(containsString("已由"));
        Life.decide(ZHUZHOU, code, 0, "revoke", "两次抽检不合格。").statusCode(409).body(containsString("至少两市"));
        Life.say(XIANGTAN, code, "revoke", "").statusCode(303);
        Life.decide(CHANGSHA, code, 0, "revoke", "两次抽检不合格。").statusCode(409).body(containsString("您启动了这次撤销"));
        meeting.close(ZHUZHOU).statusCode(409).body(containsString("还有撤销事项没有决定"));
        Life.decide(XIANGTAN, code, 0, "revoke", "").statusCode(422).body(containsString("请写明决定的理由"));
        Life.decide(XIANGTAN, code, 0, "revoke", "两次抽检不合格，整改无效。").statusCode(303);
        Life.decide(ZHUZHOU, code, 0, "keep", "再看看").statusCode(409).body(containsString("已有人作出决定"));
        // Nothing is revoked before the session is closed.
        assertThat(status(life, today())).isEqualTo(StandingStatus.RECOGNISED);
        meeting.close(ZHUZHOU).statusCode(303);

        assertThat(status(life, today())).isEqualTo(StandingStatus.REVOKED);
        assertThat(status(life, today().plusYears(5))).isEqualTo(StandingStatus.REVOKED);
        assertThat(status(life, today().minusDays(1))).isEqualTo(StandingStatus.RECOGNISED);
        Patience.await(Duration.ofSeconds(3), () -> !candidates(today()).contains(life.product()));
        assertThat(candidates(today().minusDays(1))).contains(life.product());
        page(BUYER, "/products/" + life.product(), "互认已撤销");
        page(BUYER, "/passport/" + life.product(), "互认已撤销");
        page(FIRM, "/hearings/" + code, "两次抽检不合格，整改无效。", "起不再互认");
        page(CHANGSHA, "/standings/" + life.product(), "撤销互认", "监督抽查不合格", "两次抽检不合格，整改无效。");
        page(CHANGSHA, "/expiries?view=revocations", "X撤销电梯", "互认已撤销");
        assertThat(notices("互认已撤销：X撤销电梯", FIRM)).isEqualTo(1);
        assertThat(trail(code))
                .containsExactly(
                        "open_revocation",
                        "reply_to_revocation",
                        "take_position_on_revocation",
                        "take_position_on_revocation",
                        "decide_revocation",
                        "revoke_product");
        life.post(Filer.CHANGSHA, "change").statusCode(409).body(containsString("只能重新申报"));
        life.revoke(CHANGSHA, "other", "再撤一次").statusCode(409).body(containsString("不在互认之列"));
    }

    @Test
    void twoCitiesCanKeepIt() {
        Life life = Life.begin("X保留电梯");
        String code = life.revoke();
        Life.waive(Filer.CHANGSHA, code).statusCode(303);
        Meeting meeting = Meeting.begin(ZHUZHOU);
        Life.say(ZHUZHOU, code, "keep", "").statusCode(422).body(containsString("请写明理由"));
        Life.say(ZHUZHOU, code, "keep", "已整改。").statusCode(303);
        Life.say(XIANGTAN, code, "keep", "已整改。").statusCode(303);
        Life.decide(ZHUZHOU, code, 0, "keep", "整改有效。").statusCode(303);
        meeting.close(ZHUZHOU).statusCode(303);
        assertThat(status(life, today())).isEqualTo(StandingStatus.RECOGNISED);
        page(FIRM, "/hearings/" + code, "不予撤销", "整改有效。");
    }

    @Test
    void whatIsPostponedComesToTheNextSession() {
        Life life = Life.begin("X延后电梯");
        String code = life.revoke();
        Life.waive(Filer.CHANGSHA, code).statusCode(303);
        Meeting meeting = Meeting.begin(ZHUZHOU);
        Life.decide(ZHUZHOU, code, 0, "postpone", "等复检。").statusCode(303);
        meeting.close(ZHUZHOU).statusCode(303);
        assertThat(meeting.page(ZHUZHOU)).contains("X延后电梯", "延后");
        assertThat(Meeting.begin(XIANGTAN).page(XIANGTAN)).contains("X延后电梯", "未决定");
        assertThat(status(life, today())).isEqualTo(StandingStatus.RECOGNISED);
    }

    @Test
    void onlyTheHomeCityOpensItWithGroundsFactsAndEvidence() {
        Life life = Life.begin("X启动电梯");
        life.revoke(ZHUZHOU, "defective", "不合格").statusCode(404);
        life.revoke(OPERATOR, "defective", "不合格").statusCode(403);
        life.revoke(CHANGSHA, "defective", " ").statusCode(422).body(containsString("请写明事实和依据"));
        var bare = SignedIn.as(CHANGSHA);
        Filer.part(bare, "facts", "不合格的事实");
        bare.post("/revocations/new/" + life.product())
                .then()
                .statusCode(422)
                .body(containsString("请至少选一项撤销理由"), containsString("不合格的事实"));
        var unproven = SignedIn.as(CHANGSHA);
        Filer.part(unproven, "facts", "不合格");
        Filer.part(unproven, "grounds", "defective");
        unproven.post("/revocations/new/" + life.product())
                .then()
                .statusCode(422)
                .body(containsString("请附上证据文件"));
        page(CHANGSHA, "/standings/" + life.product(), "启动撤销");
        SignedIn.as(ZHUZHOU).get("/standings/" + life.product()).then().body(not(containsString("/revocations/new/")));
    }

    @Test
    void twoWhoOpenItAtTheSameInstantOpenOne() throws Exception {
        Life life = Life.begin("X同时电梯");
        Callable<Integer> open =
                () -> life.revoke(CHANGSHA, "defective", "不合格").extract().statusCode();
        assertThat(atOnce(open, open)).containsExactlyInAnyOrder(303, 409);
    }

    @Test
    void ofTwoAnswersOfTheFirmAtTheSameInstantOneCounts() throws Exception {
        String code = Life.begin("X抢答电梯").revoke();
        assertThat(atOnce(
                        () -> Life.state(Filer.CHANGSHA, code, "已整改。").extract().statusCode(),
                        () -> Life.waive(Filer.CHANGSHA, code).extract().statusCode()))
                .containsExactlyInAnyOrder(303, 409);
    }

    @Test
    void ofTwoDecisionsAtTheSameInstantOneCounts() throws Exception {
        String code = Life.begin("X同决电梯").revoke();
        Life.waive(Filer.CHANGSHA, code).statusCode(303);
        Meeting.begin(ZHUZHOU);
        assertThat(atOnce(
                        () -> Life.decide(ZHUZHOU, code, 0, "postpone", "等复检。")
                                .extract()
                                .statusCode(),
                        () -> Life.decide(XIANGTAN, code, 0, "postpone", "等复检。")
                                .extract()
                                .statusCode()))
                .containsExactlyInAnyOrder(303, 409);
    }

    @Test
    void anotherFirmLearnsNothing() {
        String code = Life.begin("X他人电梯").revoke();
        SignedIn.as(SignedIn.SUPPLIER).get("/hearings/" + code).then().statusCode(404);
        Life.state(Filer.ZHUZHOU, code, "替他说").statusCode(404);
        SignedIn.as(BUYER).get("/revocations/" + code).then().statusCode(403);
        SignedIn.as(FIRM).get("/revocations/" + code).then().statusCode(403);
        SignedIn.as(CHANGSHA).get("/hearings/" + code).then().statusCode(403);
        String file = single("select id from revocation_file where revocation_code = '" + code + "'");
        SignedIn.as(FIRM).get("/hearings/" + code + "/files/" + file).then().statusCode(200);
        SignedIn.as(XIANGTAN)
                .get("/revocations/" + code + "/files/" + file)
                .then()
                .statusCode(200);
        SignedIn.as(SignedIn.SUPPLIER)
                .get("/hearings/" + code + "/files/" + file)
                .then()
                .statusCode(404);
    }

    @Test
    void whatTheCitiesSayIsTheirsUntilItIsDecided() {
        String code = Life.begin("X会上电梯").revoke();
        Life.waive(Filer.CHANGSHA, code).statusCode(303);
        Meeting.begin(ZHUZHOU);
        Life.say(ZHUZHOU, code, "keep", "株洲在会上的话").statusCode(303);
        SignedIn.as(FIRM).get("/hearings/" + code).then().body(not(containsString("株洲在会上的话")));
        // A session in which a city has spoken was held: it is not called off.
        SignedIn.as(ZHUZHOU)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("reason", "会议室不可用")
                .post("/sessions/3/call-off")
                .then()
                .statusCode(409)
                .body(containsString("已经有市表态"));
        SignedIn.as(ZHUZHOU).get("/sessions/3/minutes").then().statusCode(200);
        SignedIn.as(ZHUZHOU).get("/sessions/3/minutes.pdf").then().statusCode(200);
    }

    @Test
    void aRenewalWaitsForTheRevocationAndEndsWithIt() {
        Life life = Life.begin("X续撤电梯").until(today().plusDays(30));
        String renewal = life.begin(Filer.CHANGSHA, "renew");
        Life.send(renewal, true).statusCode(303);
        Life.accept(renewal, 1);
        String code = life.revoke();
        Life.waive(Filer.CHANGSHA, code).statusCode(303);
        Meeting meeting = Meeting.begin(ZHUZHOU);
        meeting.decide(ZHUZHOU, renewal, 0, "recognise", "").statusCode(409).body(containsString("正在撤销程序中"));
        meeting.decide(ZHUZHOU, renewal, 0, "postpone", "先决定是否撤销。").statusCode(303);
        Life.say(ZHUZHOU, code, "revoke", "").statusCode(303);
        Life.say(XIANGTAN, code, "revoke", "").statusCode(303);
        Life.decide(ZHUZHOU, code, 0, "revoke", "属实。").statusCode(303);
        meeting.close(ZHUZHOU).statusCode(303);
        page(FIRM, "/filings/" + renewal, "已撤回", "产品的互认已被撤销，续期随之终止");
    }

    @Test
    void whatWasRevokedCanBeRecognisedAnew() {
        Life life = Life.begin("X再来电梯").until(today().plusYears(1));
        String code = life.revoke();
        Life.waive(Filer.CHANGSHA, code).statusCode(303);
        Meeting meeting = Meeting.begin(ZHUZHOU);
        Life.say(ZHUZHOU, code, "revoke", "").statusCode(303);
        Life.say(XIANGTAN, code, "revoke", "").statusCode(303);
        Life.decide(ZHUZHOU, code, 0, "revoke", "属实。").statusCode(303);
        meeting.close(ZHUZHOU).statusCode(303);
        String again = life.begin(Filer.CHANGSHA, "product");
        // The catalogue keeps no papers: the certificate is sent anew with its paper.
        Filer.CHANGSHA
                .asks()
                .formParam("position", "1")
                .post("/filings/" + again + "/certificates/remove")
                .then()
                .statusCode(303);
        Filer.CHANGSHA.fill(again, "X再来电梯");
        Life.send(again, false).statusCode(303);
        Life.accept(again, 1);
        Life.session(XIANGTAN, again);
        assertThat(status(life, today())).isEqualTo(StandingStatus.RECOGNISED);
    }

    private static void page(String login, String path, String... texts) {
        assertThat(SignedIn.as(login).get(path).then().statusCode(200).extract().asString())
                .contains(texts);
    }

    private int notices(String title, String login) {
        return Integer.parseInt(
                single("select count(*) from notice n join account a on a.id = n.account_id where n.title = '" + title
                        + "' and a.login = '" + login + "'"));
    }

    private String single(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> String.valueOf(entities.unwrap(Session.class)
                        .createNativeQuery(sql, Object.class)
                        .getSingleResult()));
    }

    private List<String> trail(String code) {
        return QuarkusTransaction.requiringNew().call(() -> entities.unwrap(Session.class)
                .createNativeQuery(
                        "select action from audit_entry where subject_code = :code order by seq", String.class)
                .setParameter("code", code)
                .getResultList());
    }

    private static List<String> candidates(LocalDate day) {
        return given().contentType("application/json")
                .body("""
                        {"lines":[{"ref":"1","name":"电梯","category":"elevator"}],"asOf":"%s","limit":500,"nearMisses":true}
                        """.formatted(day))
                .post("/api/v1/matches")
                .then()
                .statusCode(200)
                .extract()
                .path("lines[0].candidates.product.code");
    }

    private static List<Integer> atOnce(Callable<Integer> one, Callable<Integer> other) throws Exception {
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> it : two.invokeAll(List.of(one, other))) {
                answers.add(it.get());
            }
            return answers;
        }
    }
}
