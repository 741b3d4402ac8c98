package org.xiangpei.recognition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

import org.xiangpei.fixtures.Offices;
import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Organization;
import org.xiangpei.identity.OrganizationKind;
import org.xiangpei.identity.Provisioning;
import org.xiangpei.identity.Role;
import org.xiangpei.shared.City;
import org.xiangpei.shared.RuleViolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.containsString;

/** The rules hold in the running service: for two who act at the same instant, over time, and in the trail. */
@XiangpeiTest
class RecognitionServiceTest {

    @Inject
    EntityManager entities;

    @Inject
    TermWatch watch;

    @Inject
    Cases cases;

    @Inject
    Clock clock;

    @Inject
    Filings filings;

    @Inject
    Provisioning provisioning;

    @BeforeEach
    @AfterEach
    void clean() {
        Filer.clean();
    }

    private CaseState state(String code) {
        return QuarkusTransaction.requiringNew().call(() -> cases.findById(code).state());
    }

    private LocalDate due(String code) {
        return QuarkusTransaction.requiringNew()
                .call(() -> cases.findById(code).dueOn().orElseThrow());
    }

    private List<Verdict> verdicts(String code) {
        return QuarkusTransaction.requiringNew().call(() -> cases.findById(code).verdicts());
    }

    private List<String> trail(String code) {
        return entities.unwrap(Session.class)
                .createNativeQuery(
                        "select action from audit_entry where subject_type = 'recognition_case' and subject_code = :code order by seq",
                        String.class)
                .setParameter("code", code)
                .getResultList();
    }

    private static List<Integer> atOnce(List<Callable<Integer>> deeds) throws Exception {
        try (ExecutorService both = Executors.newFixedThreadPool(deeds.size())) {
            var answers = new ArrayList<Integer>();
            for (Future<Integer> answer : both.invokeAll(deeds)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    @Test
    void twoBureausAnswerAtTheSameInstantAndBothCount() throws Exception {
        String code = Filer.CHANGSHA.file("X并发电梯");
        Filer.accept(SignedIn.CHANGSHA, code, 1).statusCode(303);
        SignedIn.as(SignedIn.ZHUZHOU).get("/desk");
        SignedIn.as(SignedIn.XIANGTAN).get("/desk");
        List<Integer> answers = atOnce(List.of(
                () -> Filer.accept(SignedIn.ZHUZHOU, code, 1).extract().statusCode(),
                () -> Filer.accept(SignedIn.XIANGTAN, code, 1).extract().statusCode()));
        assertThat(answers).containsExactly(303, 303);
        assertThat(state(code)).isEqualTo(CaseState.READY);
    }

    @Test
    void aCityAnswersOnceAlsoWhenTwoOfItAnswerAtTheSameInstant() throws Exception {
        String code = Filer.CHANGSHA.file("X同市电梯");
        SignedIn.as(SignedIn.CHANGSHA).get("/desk");
        List<Integer> answers = atOnce(List.of(
                () -> Filer.accept(SignedIn.CHANGSHA, code, 1).extract().statusCode(),
                () -> Filer.sendBack(SignedIn.CHANGSHA, code, 1).extract().statusCode()));
        assertThat(answers).containsExactlyInAnyOrder(303, 409);
        assertThat(verdicts(code)).hasSize(1);
    }

    @Test
    void whatIsWithdrawnWhileItIsDecidedIsOneOrTheOther() throws Exception {
        String code = Filer.CHANGSHA.file("X撤回电梯");
        SignedIn.as(SignedIn.CHANGSHA).get("/desk");
        List<Integer> answers = atOnce(List.of(
                () -> Filer.sendBack(SignedIn.CHANGSHA, code, 1).extract().statusCode(),
                () -> Filer.CHANGSHA.withdraw(code, "不报了").extract().statusCode()));
        // A withdrawal after a return counts as well; an answer after a withdrawal does not.
        assertThat(answers.get(1)).isEqualTo(303);
        assertThat(state(code)).isEqualTo(CaseState.WITHDRAWN);
        assertThat(verdicts(code)).hasSize(answers.getFirst() == 303 ? 1 : 0);
        Filer.accept(SignedIn.CHANGSHA, code, 1).statusCode(409).body(containsString("企业已撤回这份申报"));
    }

    @Test
    void silenceEscalatesByItselfAndIsWrittenDown() {
        String code = Filer.ZHUZHOU.file("X沉默电梯");
        Filer.accept(SignedIn.ZHUZHOU, code, 1).statusCode(303);
        Filer.accept(SignedIn.CHANGSHA, code, 1).statusCode(303);
        LocalDate due = due(code);
        watch.follow(new Moment(clock.instant(), due));
        assertThat(state(code)).isEqualTo(CaseState.CIRCULATED);
        watch.follow(new Moment(clock.instant(), due.plusDays(1)));
        assertThat(state(code)).isEqualTo(CaseState.ESCALATED);
        Filer.accept(SignedIn.XIANGTAN, code, 1).statusCode(409).body(containsString("联席会议"));
        assertThat(trail(code))
                .containsExactly("begin_filing", "file_product", "answer_filing", "answer_filing", "escalate_filing");
    }

    @Test
    void whoIsAwaitedIsRemindedOnceATerm() {
        String code = Filer.ZHUZHOU.file("X提醒电梯");
        LocalDate due = due(code);
        watch.follow(new Moment(clock.instant(), due.minusDays(1)));
        watch.follow(new Moment(clock.instant(), due));
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> cases.findById(code).remind(due, new Terms(CalendarFile.shipped(), 10, 10, 3))))
                .isFalse();
    }

    private List<String> told(String code) {
        return entities.unwrap(Session.class)
                .createNativeQuery("""
                        select a.login || ' ' || split_part(n.title, '：', 1) from notice n join account a on a.id = n.account_id
                        where n.target_type = 'recognition_case' and n.target_code = :code
                            and a.login in ('changsha', 'zhuzhou', 'xiangtan', 'qiye') order by n.id""", String.class)
                .setParameter("code", code)
                .getResultList();
    }

    /** The first answer of the two is nobody's news: neither the other city nor the firm may read it yet. */
    @Test
    void whoHasToActAndHowItEndedIsToldToThoseWhoMayKnow() {
        String code = Filer.CHANGSHA.file("X通知电梯");
        assertThat(told(code)).containsExactly("changsha 待审查");
        Filer.accept(SignedIn.CHANGSHA, code, 1);
        assertThat(told(code)).hasSize(4).contains("qiye 属地已同意", "zhuzhou 待审查", "xiangtan 待审查");
        Filer.accept(SignedIn.ZHUZHOU, code, 1);
        assertThat(told(code)).hasSize(4);
        LocalDate due = due(code);
        watch.follow(new Moment(clock.instant(), due));
        assertThat(told(code)).hasSize(5).endsWith("xiangtan 答复期限将至");
        watch.follow(new Moment(clock.instant(), due.plusDays(1)));
        assertThat(told(code)).hasSize(9).contains("qiye 转联席会议", "changsha 转联席会议", "zhuzhou 转联席会议", "xiangtan 转联席会议");
    }

    @Test
    void theOthersAreNotToldOfWhatWasNotPutToThem() {
        String code = Filer.CHANGSHA.file("X撤回通知电梯");
        Filer.sendBack(SignedIn.CHANGSHA, code, 1);
        Filer.CHANGSHA.withdraw(code, "");
        assertThat(told(code)).containsExactly("changsha 待审查", "qiye 已退回", "changsha 已撤回");
    }

    private static Actor supplier(Organization firm) {
        return Actor.member("x-filer", "填报人", firm.code(), firm.name(), firm.city(), Set.of(Role.SUPPLIER));
    }

    @Test
    void aFirmThatIsNotInTheCatalogueFilesToo() {
        Organization firm = Offices.firm();
        String code = filings.begin(supplier(firm), "elevator").code();
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> cases.findById(code).applicant().homeCity()))
                .isEqualTo(City.CHANGSHA);
    }

    @Test
    void aFirmFromElsewhereDoesNotFile() {
        Organization firm =
                provisioning.open(new Organization.Details(OrganizationKind.FIRM, "外地测试企业", null, null, null, false));
        assertThat(catchThrowable(() -> filings.begin(supplier(firm), "elevator")))
                .isInstanceOfSatisfying(
                        RuleViolation.class, it -> assertThat(it.code()).isEqualTo("not-local"));
    }

    /** A bureau reads the trail of its city: what is only drafted must not be found there. */
    @Test
    void theTrailKeepsDraftsFromTheBureaus() {
        String code = Filer.CHANGSHA.begin();
        assertThat(entities.unwrap(Session.class)
                        .createNativeQuery(
                                "select count(*) from audit_entry where subject_code = :code and subject_city is null",
                                Long.class)
                        .setParameter("code", code)
                        .getSingleResult())
                .isEqualTo(1);
    }

    @Test
    void anAmendedFilingKeepsWhatWasSentBefore() {
        String code = Filer.CHANGSHA.file("X修改电梯");
        Filer.sendBack(SignedIn.CHANGSHA, code, 1).statusCode(303);
        Filer.CHANGSHA
                .save(code, "proof", Map.of("standards", "GB/T 7588.1、GB/T 7588.2"))
                .statusCode(303);
        Filer.CHANGSHA.send(code).statusCode(303);
        QuarkusTransaction.requiringNew().run(() -> {
            RecognitionCase of = cases.findById(code);
            assertThat(of.filings()).hasSize(2);
            assertThat(of.filings().getFirst().statement().standards()).isEqualTo("GB/T 7588.1");
            assertThat(of.answerOf(City.CHANGSHA)).isEmpty();
        });
    }

    @Test
    void theDatabaseItselfKeepsWhatWasAnswered() {
        String code = Filer.CHANGSHA.file("X事实电梯");
        Filer.accept(SignedIn.CHANGSHA, code, 1).statusCode(303);
        for (String sql :
                List.of("update recognition_verdict set answer = 'OBJECT'", "delete from recognition_filing")) {
            assertThat(catchThrowable(() -> QuarkusTransaction.requiringNew()
                            .run(() -> entities.createNativeQuery(sql).executeUpdate())))
                    .as(sql)
                    .hasStackTraceContaining("are facts");
        }
    }
}
