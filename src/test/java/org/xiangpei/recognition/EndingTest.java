package org.xiangpei.recognition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.XiangpeiTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Everybody concerned is told once of what ends: when the days come, when nobody looked on them, and by however many instances. */
@XiangpeiTest
class EndingTest {

    @Inject
    EntityManager entities;

    @Inject
    EndingNews news;

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

    @Test
    void firmAndBureausAreToldOnceAtNinetySixtyAndThirtyDays() {
        LocalDate last = today().plusDays(90);
        Life life = Life.begin("X九十电梯").until(last);
        news.tell(last.minusDays(91));
        assertThat(firm(life)).isEmpty();
        for (int left : List.of(90, 89, 61, 60, 31, 30, 1, 0)) {
            news.tell(last.minusDays(left));
        }
        assertThat(firm(life))
                .containsExactly("互认还有 90 天到期：X九十电梯 TKJ-1", "互认还有 60 天到期：X九十电梯 TKJ-1", "互认还有 30 天到期：X九十电梯 TKJ-1");
        for (String bureau : List.of(SignedIn.CHANGSHA, SignedIn.ZHUZHOU, SignedIn.XIANGTAN)) {
            assertThat(bureauRows(bureau))
                    .as(bureau)
                    .isEqualTo(bureauRows(SignedIn.CHANGSHA))
                    .isPositive();
        }
    }

    @Test
    void whatEndedIsToldOnce() {
        Life life = Life.begin("X已到电梯").until(today().minusDays(1));
        news.tell(today());
        news.tell(today().plusDays(1));
        assertThat(firm(life)).containsExactly("互认已到期：X已到电梯 TKJ-1");
    }

    @Test
    void whatNobodyLookedAtOnItsDayIsToldLateAndOnlyTheLatest() {
        Life life = Life.begin("X停机电梯").until(today().plusDays(90));
        // Down from the 91st day before to the 55th.
        news.tell(today().plusDays(35));
        assertThat(firm(life)).containsExactly("互认还有 55 天到期：X停机电梯 TKJ-1");
        // Down again until it had ended.
        news.tell(today().plusDays(95));
        assertThat(firm(life)).hasSize(2).last().asString().startsWith("互认已到期");
    }

    @Test
    void twoInstancesAtTheSameInstantTellOnce() throws Exception {
        Life life = Life.begin("X双机电梯").until(today().plusDays(30));
        Callable<Void> round = () -> {
            news.tell(today());
            return null;
        };
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            for (var it : two.invokeAll(List.of(round, round))) {
                it.get();
            }
        }
        assertThat(firm(life)).hasSize(1);
    }

    @Test
    void anotherLastDayIsToldAnew() {
        Life life = Life.begin("X再续电梯").until(today().plusDays(30));
        news.tell(today());
        life.until(today().plusDays(31));
        news.tell(today().plusDays(1));
        assertThat(firm(life)).hasSize(2);
    }

    @Test
    void whatHasNoLastDayNeverEnds() {
        news.tell(today());
        assertThat(Life.single("select count(*) from recognition_told t join product p on p.code = t.code"
                        + " where t.subject = 'PRODUCT' and p.provenance = 'DOCUMENTED'"))
                .isEqualTo("0");
        assertThat(Life.single("select count(*) from recognition_told where subject = 'PRODUCT'"))
                .isNotEqualTo("0");
    }

    @Test
    void aCertificateIsToldThirtyDaysBeforeAndWhenItHasLapsed() {
        Life life = Life.begin("X证书电梯");
        certificate(life, today().plusDays(30));
        news.tell(today().minusDays(1));
        assertThat(certificates(SignedIn.FIRM)).isEmpty();
        news.tell(today());
        news.tell(today().plusDays(1));
        assertThat(certificates(SignedIn.FIRM)).containsExactly("证书将到期：X证书电梯 的 型式试验证书");
        news.tell(today().plusDays(31));
        news.tell(today().plusDays(32));
        assertThat(certificates(SignedIn.FIRM)).containsExactly("证书将到期：X证书电梯 的 型式试验证书", "证书已过期：X证书电梯 的 型式试验证书");
    }

    @Test
    void aCertificateThatAnotherFollowsIsNoConcern() {
        Life life = Life.begin("X换证电梯");
        certificate(life, today().minusDays(1));
        QuarkusTransaction.requiringNew().run(() -> entities.createNativeQuery("""
                                insert into certificate (type, number, product_code, valid_from, valid_until)
                                values ('型式试验证书', 'TX-2', ?1, current_date, current_date + 700)""")
                .setParameter(1, life.product())
                .executeUpdate());
        news.tell(today());
        assertThat(certificates(SignedIn.FIRM)).isEmpty();
        assertThat(SignedIn.as(SignedIn.BUYER)
                        .get("/products/" + life.product())
                        .asString())
                .doesNotContain("证书已过期");
    }

    private void certificate(Life life, LocalDate until) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("update certificate set valid_until = ?1 where product_code = ?2")
                        .setParameter(1, until)
                        .setParameter(2, life.product())
                        .executeUpdate());
    }

    private List<String> firm(Life life) {
        return titles("n.target_type = 'product' and n.target_code = '" + life.product() + "'", SignedIn.FIRM);
    }

    private List<String> certificates(String login) {
        return titles("n.target_type = 'certificate' and n.title like '%X%电梯%'", login);
    }

    private long bureauRows(String login) {
        return titles("n.kind = 'RECOGNITION_ENDING' and n.target_type = 'product'", login)
                .size();
    }

    private List<String> titles(String which, String login) {
        return QuarkusTransaction.requiringNew().call(() -> entities.unwrap(Session.class)
                .createNativeQuery(
                        "select n.title from notice n join account a on a.id = n.account_id where " + which
                                + " and a.login = '" + login + "' order by n.id",
                        String.class)
                .getResultList());
    }
}
