package org.xiangpei.recognition;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.Patience;
import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.search.CatalogSearch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

/** What becomes of a recognition: it ends by itself, is renewed without a gap or too late, and is changed. */
@XiangpeiTest
class LifeTest {

    @Inject
    EntityManager entities;

    @Inject
    Standings standings;

    @Inject
    Cases cases;

    @Inject
    CatalogSearch search;

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

    private Standing standing(Life life, LocalDate day) {
        return standings.find(life.product(), day).orElseThrow();
    }

    private RecognitionCase filing(String code) {
        return QuarkusTransaction.requiringNew().call(() -> cases.findById(code));
    }

    @Test
    void expiredIsNotACandidate() throws InterruptedException {
        LocalDate last = today().minusDays(1);
        Life life = Life.begin("X到期电梯").until(last);
        assertThat(standing(life, last).status()).isEqualTo(StandingStatus.EXPIRING);
        assertThat(standing(life, today()).status()).isEqualTo(StandingStatus.EXPIRED);
        Patience.await(Duration.ofSeconds(3), () -> lifts().found(last).contains(life.product()));
        assertThat(lifts().candidates(last)).contains(life.product());
        assertThat(lifts().candidates(today())).doesNotContain(life.product());
        assertThat(lifts().found(today())).doesNotContain(life.product());
        assertThat(isListed(life, last)).isTrue();
        assertThat(isListed(life, today())).isFalse();
    }

    @Test
    void aRenewalInTimeFollowsWithoutAGap() {
        LocalDate last = today().plusDays(40);
        Life life = Life.begin("X续期电梯").until(last);
        String code = life.begin(Filer.CHANGSHA, "renew");
        Life.send(code, false).statusCode(422).body(containsString("请先声明"));
        Life.send(code, true).statusCode(303);
        assertThat(filing(code).isLight()).isTrue();
        assertThat(filing(code).dueOn()).contains(CalendarFile.shipped().after(today(), 5));
        assertThat(standing(life, today()).status()).isEqualTo(StandingStatus.EXPIRING);
        Life.accept(code, 1);
        Life.session(SignedIn.ZHUZHOU, code);

        LocalDate end = last.plusDays(1).plusYears(3).minusDays(1);
        assertThat(standing(life, today()).status()).isEqualTo(StandingStatus.RECOGNISED);
        assertThat(standing(life, today()).validity().until()).isEqualTo(end);
        assertThat(standing(life, today()).batch().orElseThrow().number()).isEqualTo(2);
        assertThat(standing(life, last.plusDays(1)).batch().orElseThrow().number())
                .isEqualTo(3);
        assertThat(standing(life, last.plusDays(1)).status()).isEqualTo(StandingStatus.RECOGNISED);
        assertThat(standing(life, end.plusDays(1)).status()).isEqualTo(StandingStatus.EXPIRED);
        // The day before it was renewed nobody knew that it would be.
        assertThat(standing(life, today().minusDays(1)).status()).isEqualTo(StandingStatus.EXPIRING);
        assertThat(isListed(life, last) && isListed(life, last.plusDays(1))).isTrue();
    }

    @Test
    void aRenewalThatComesTooLateLeavesAGap() throws InterruptedException {
        LocalDate last = today().minusDays(10);
        Life life = Life.begin("X晚续电梯").until(last);
        String code = life.begin(Filer.CHANGSHA, "renew");
        Life.send(code, true).statusCode(303);
        Life.accept(code, 1);
        assertThat(standing(life, today()).status()).isEqualTo(StandingStatus.EXPIRED);
        Life.session(SignedIn.ZHUZHOU, code);

        Patience.await(Duration.ofSeconds(3), () -> lifts().candidates(today()).contains(life.product()));
        for (LocalDate day : List.of(last, last.plusDays(1), today().minusDays(1), today())) {
            boolean listed = day.equals(last) || day.equals(today());
            assertThat(standing(life, day).status().isListed())
                    .as("standing %s", day)
                    .isEqualTo(listed);
            assertThat(isListed(life, day)).as("database %s", day).isEqualTo(listed);
            assertThat(lifts().candidates(day).contains(life.product()))
                    .as("matching %s", day)
                    .isEqualTo(listed);
            assertThat(lifts().found(day).contains(life.product()))
                    .as("search %s", day)
                    .isEqualTo(listed);
        }
        assertThat(standing(life, today().minusDays(1)).status()).isEqualTo(StandingStatus.EXPIRED);
        assertThat(standing(life, today()).events())
                .extracting(StandingEvent::kind)
                .containsExactly(
                        StandingEvent.Kind.RECOGNISED, StandingEvent.Kind.LAPSED, StandingEvent.Kind.RECOGNISED);
        assertThat(standing(life, today()).validity().until())
                .isEqualTo(today().plusYears(3).minusDays(1));
    }

    @Test
    void onlyWhatEndsSoonOrEndedLatelyIsRenewed() {
        Life life = Life.begin("X不急电梯");
        life.post(Filer.CHANGSHA, "renew").statusCode(409).body(containsString("之间可以续期"));
        life.until(today().minusDays(181));
        life.post(Filer.CHANGSHA, "renew").statusCode(409).body(containsString("请重新申报"));
        life.post(Filer.CHANGSHA, "change").statusCode(409).body(containsString("不在互认之列"));
        life.until(today().plusDays(90));
        life.post(Filer.ZHUZHOU, "renew").statusCode(404);
        life.begin(Filer.CHANGSHA, "renew");
        life.post(Filer.CHANGSHA, "renew").statusCode(409).body(containsString("已有一份申报在办"));
    }

    @Test
    void whatHasNoLastDayIsNotRenewed() {
        Life life = Life.begin("X无期电梯");
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("update product set valid_until = null where code = ?1")
                        .setParameter(1, life.product())
                        .executeUpdate());
        life.post(Filer.CHANGSHA, "renew").statusCode(409).body(containsString("有效期未载明，不会到期"));
    }

    @Test
    void twoWhoBeginARenewalAtTheSameInstantBeginOne() throws Exception {
        Life life = Life.begin("X同时电梯").until(today().plusDays(20));
        List<Integer> answers =
                atOnce(() -> life.post(Filer.CHANGSHA, "renew").extract().statusCode());
        assertThat(answers).containsExactlyInAnyOrder(303, 409);
    }

    /** What papers prove stays with the filing that was recognised; the renewal has copies of its own. */
    @Test
    void aRenewalBringsTheRecognisedPapers() {
        Life life = Life.begin("X材料电梯").until(today().plusDays(20));
        RecognitionCase of = filing(life.begin(Filer.CHANGSHA, "renew"));
        String paper = of.statement().certificates().getFirst().file();
        assertThat(paper).isNotEmpty();
        assertThat(of.baseline()).contains(of.statement());
        assertThat(of.statement().grounds().values())
                .extracting(Statement.StatedGround::evidence)
                .containsExactly("发明专利两项。");
        Filer.CHANGSHA
                .asks()
                .get("/filings/" + of.code() + "/files/" + paper)
                .then()
                .statusCode(200);
    }

    @Test
    void aCertificateThatHasEndedKeepsARenewalFromBeingSent() {
        Life life = Life.begin("X过期证电梯").until(today().plusDays(20));
        QuarkusTransaction.requiringNew().run(() -> entities.createNativeQuery(
                        "update certificate set valid_until = current_date - 1 where product_code = ?1")
                .setParameter(1, life.product())
                .executeUpdate());
        String code = life.begin(Filer.CHANGSHA, "renew");
        Life.send(code, true).statusCode(422).body(containsString("处没有填好"));
        Filer.CHANGSHA.asks().get("/filings/" + code + "/edit/check").then().body(containsString("请换用有效的证书，或删去它"));
        page(SignedIn.CHANGSHA, "/products/" + life.product(), "证书已过期", "TX-1");
        page(SignedIn.CHANGSHA, "/passport/" + life.product(), "证书已过期");
        page(SignedIn.CHANGSHA, "/standings/" + life.product(), "证书已过期");
        page(SignedIn.CHANGSHA, "/expiries?view=certificates&within=ended", "X过期证电梯", "TX-1");
    }

    @Test
    void keySpecificationChangeReopens() {
        Life life = Life.begin("X变更电梯");
        String code = life.begin(Filer.CHANGSHA, "change");
        Life.send(code, false).statusCode(422).body(containsString("还没有改动任何内容"));
        Life.changeLoad(code, "1150");
        assertThat(standing(life, today()).status()).isEqualTo(StandingStatus.RECOGNISED);
        page(SignedIn.FIRM, "/filings/" + code + "/edit/check", "1,000 kg → 1,150 kg", "首次申报的期限");
        Life.send(code, false).statusCode(303);

        // Examined as if it were filed anew; the catalogue keeps what was recognised, and says that it is under review.
        assertThat(filing(code).dueOn()).contains(CalendarFile.shipped().after(today(), 10));
        assertThat(load(life)).isEqualTo("1000");
        assertThat(standing(life, today()).status()).isEqualTo(StandingStatus.RECOGNISED);
        page(SignedIn.BUYER, "/products/" + life.product(), "参数变更复核中", "1,000 kg");
        page(SignedIn.CHANGSHA, "/expiries?view=reviews", "X变更电梯", "1,000 kg → 1,150 kg");
        assertThat(SignedIn.as(SignedIn.XIANGTAN).get("/expiries?view=reviews").asString())
                .doesNotContain("X变更电梯");

        Life.accept(code, 1);
        LocalDate until = standing(life, today()).validity().until();
        Life.session(SignedIn.ZHUZHOU, code);
        assertThat(load(life)).isEqualTo("1150");
        assertThat(standing(life, today()).validity().until()).isEqualTo(until);
        assertThat(standing(life, today()).batch().orElseThrow().number()).isEqualTo(2);
        assertThat(standing(life, today()).events())
                .extracting(StandingEvent::kind)
                .containsExactly(StandingEvent.Kind.RECOGNISED, StandingEvent.Kind.CHANGED);
        assertThat(SignedIn.as(SignedIn.BUYER)
                        .get("/products/" + life.product())
                        .asString())
                .doesNotContain("参数变更复核中");
        assertThat(SignedIn.as(SignedIn.BUYER).get("/batches/3").asString()).doesNotContain("X变更电梯");
    }

    @Test
    void aChangeThatIsRefusedLeavesWhatWasRecognised() {
        Life life = Life.begin("X不准电梯");
        String code = life.begin(Filer.CHANGSHA, "change");
        Life.changeLoad(code, "1350");
        Life.send(code, false).statusCode(303);
        Filer.answer(
                        SignedIn.CHANGSHA,
                        code,
                        1,
                        Map.of("answer", "object", "reasons", "object.not_true", "note", "实测不符。"))
                .statusCode(303);
        Meeting meeting = Meeting.begin(SignedIn.ZHUZHOU);
        meeting.decide(SignedIn.ZHUZHOU, code, 0, "refuse", "实测不符。").statusCode(303);
        meeting.close(SignedIn.ZHUZHOU).statusCode(303);
        assertThat(load(life)).isEqualTo("1000");
        assertThat(standing(life, today()).status()).isEqualTo(StandingStatus.RECOGNISED);
        assertThat(SignedIn.as(SignedIn.BUYER)
                        .get("/products/" + life.product())
                        .asString())
                .doesNotContain("参数变更复核中");
    }

    @Test
    void anImportOfAnotherKeyValueReopensUntilItIsAcceptedOrTakenBack() {
        Life life = Life.begin("X导入电梯");
        importLoad(life, "1600");
        page(SignedIn.BUYER, "/products/" + life.product(), "参数变更复核中", "1,000 kg → 1,600 kg");
        page(SignedIn.XIANGTAN, "/expiries?view=reviews", "X导入电梯", "目录导入");
        assertThat(notices("参数变更复核中：X导入电梯", SignedIn.FIRM)).isEqualTo(1);
        assertThat(notices("参数变更复核中：X导入电梯", SignedIn.CHANGSHA)).isEqualTo(1);
        importLoad(life, "1000");
        assertThat(SignedIn.as(SignedIn.BUYER)
                        .get("/products/" + life.product())
                        .asString())
                .doesNotContain("参数变更复核中");

        importLoad(life, "1250");
        String code = life.begin(Filer.CHANGSHA, "change");
        page(SignedIn.FIRM, "/filings/" + code + "/edit/check", "1,000 kg → 1,250 kg");
        Life.send(code, false).statusCode(303);
        Life.accept(code, 1);
        Life.session(SignedIn.ZHUZHOU, code);
        assertThat(load(life)).isEqualTo("1250");
        assertThat(SignedIn.as(SignedIn.BUYER)
                        .get("/products/" + life.product())
                        .asString())
                .doesNotContain("参数变更复核中");
    }

    @Test
    void theFirmSeesOnItsDeskWhatItCanRenew() {
        Life.begin("X工作台电梯").until(today().plusDays(20));
        page(SignedIn.FIRM, "/desk", "可以续期的产品", "X工作台电梯");
        page(SignedIn.FIRM, "/filings/new", "续期", "X工作台电梯");
    }

    private void importLoad(Life life, String load) {
        String csv = "product_code,property_code,min,max,value,unit\n" + life.product() + ",load_capacity," + load + ","
                + load + ",,kg\n";
        given().header("Authorization", "Bearer " + SignedIn.token())
                .multiPart("file", "catalogue.zip", zip("specifications.csv", csv), "application/zip")
                .post("/api/v1/catalog/imports?mode=apply")
                .then()
                .statusCode(200);
    }

    private static byte[] zip(String name, String content) {
        var out = new java.io.ByteArrayOutputStream();
        try (var zip = new java.util.zip.ZipOutputStream(out)) {
            zip.putNextEntry(new java.util.zip.ZipEntry(name));
            zip.write(content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void page(String login, String path, String... texts) {
        String page =
                SignedIn.as(login).get(path).then().statusCode(200).extract().asString();
        assertThat(page).contains(texts);
    }

    private static int notices(String title, String login) {
        return Integer.parseInt(
                Life.single("select count(*) from notice n join account a on a.id = n.account_id where n.title = '"
                        + title + "' and a.login = '" + login + "'"));
    }

    private String load(Life life) {
        return Life.single(
                "select trim_scale(min) from specification where property_code = 'load_capacity' and product_code = '"
                        + life.product() + "'");
    }

    private boolean isListed(Life life, LocalDate day) {
        return Boolean.parseBoolean(Life.single(
                "select is_listed(p, date '" + day + "') from product p where code = '" + life.product() + "'"));
    }

    private Lifts lifts() {
        return new Lifts(search);
    }

    private static List<Integer> atOnce(Callable<Integer> what) throws Exception {
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> it : two.invokeAll(List.of(what, what))) {
                answers.add(it.get());
            }
            return answers;
        }
    }
}
