package org.xiangpei.recognition;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.Patience;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.search.CatalogIndex;
import org.xiangpei.search.CatalogSearch;

import static org.assertj.core.api.Assertions.assertThat;

/** What the recognition of a product is on a day, and that every question about it gets the same answer. */
@XiangpeiTest
class StandingTest {

    private static final String PRODUCT = "P130";
    private static final LocalDate SUSPENDED = LocalDate.of(2023, 3, 1);
    private static final LocalDate UNTIL = LocalDate.of(2023, 3, 10);

    @Inject
    Standings standings;

    @Inject
    CatalogSearch search;

    @Inject
    CatalogIndex index;

    @Inject
    EntityManager entities;

    @BeforeEach
    @AfterEach
    void forget() {
        QuarkusTransaction.requiringNew().run(() -> {
            entities.createNativeQuery("set local session_replication_role = replica")
                    .executeUpdate();
            entities.createNativeQuery("delete from recognition_event where product_code = ?1")
                    .setParameter(1, PRODUCT)
                    .executeUpdate();
            entities.createNativeQuery("set local session_replication_role = origin")
                    .executeUpdate();
            entities.createNativeQuery("update product set version = version where code = ?1")
                    .setParameter(1, PRODUCT)
                    .executeUpdate();
        });
        index.awaitIndexed();
    }

    @Test
    void nothingIsClaimedOfTheLoadedCatalogue() {
        Standing standing = standing(LocalDate.of(2023, 1, 1));
        assertThat(standing.status()).isEqualTo(StandingStatus.RECOGNISED);
        assertThat(standing.batch().orElseThrow().isLoaded()).isTrue();
        assertThat(standing.batch().orElseThrow().host()).isEmpty();
        assertThat(standing.acceptances()).isEmpty();
        assertThat(standing.events()).isEmpty();
    }

    @Test
    void beforeItsFirstDayItWasNeverRecognised() {
        assertThat(standing(LocalDate.of(2020, 1, 1)).status()).isEqualTo(StandingStatus.NEVER);
        assertThat(standing(LocalDate.of(2020, 1, 1)).batch()).isEmpty();
        assertThat(standings.find("P99999", SUSPENDED)).isEmpty();
    }

    @Test
    void suspensionEndsByItself() {
        suspend();
        assertThat(standing(SUSPENDED.minusDays(1)).status()).isEqualTo(StandingStatus.RECOGNISED);
        assertThat(standing(SUSPENDED.minusDays(1)).events()).isEmpty();
        assertThat(standing(UNTIL).status()).isEqualTo(StandingStatus.SUSPENDED);
        assertThat(standing(UNTIL).suspendedUntil()).contains(UNTIL);
        assertThat(standing(UNTIL.plusDays(1)).status()).isEqualTo(StandingStatus.RECOGNISED);
        assertThat(standing(UNTIL.plusDays(1)).events()).hasSize(1);
    }

    @Test
    void whatIsResumedEndsTheSuspension() {
        suspend();
        append("RESUMED", SUSPENDED.plusDays(3), null);
        assertThat(standing(SUSPENDED.plusDays(2)).status()).isEqualTo(StandingStatus.SUSPENDED);
        assertThat(standing(SUSPENDED.plusDays(3)).status()).isEqualTo(StandingStatus.RECOGNISED);
    }

    @Test
    void theIndexFollowsASuspensionWithinASecondAndKnowsThePast() throws InterruptedException {
        assertThat(lifts().found(UNTIL)).contains(PRODUCT);
        suspend();
        Patience.await(Duration.ofSeconds(1), () -> !lifts().found(UNTIL).contains(PRODUCT));
        assertThat(lifts().found(SUSPENDED.minusDays(1))).contains(PRODUCT);
        assertThat(lifts().found(UNTIL.plusDays(1))).contains(PRODUCT);
    }

    @Test
    void whatIsSuspendedIsNoCandidateOnThatDayAndOneAfterIt() {
        suspend();
        assertThat(lifts().candidates(SUSPENDED)).doesNotContain(PRODUCT);
        assertThat(lifts().candidates(UNTIL.plusDays(1))).contains(PRODUCT);
    }

    @Test
    void theDatabaseAnswersAsTheRulesDo() {
        suspend();
        for (LocalDate day = SUSPENDED.minusDays(2); day.isBefore(UNTIL.plusDays(3)); day = day.plusDays(1)) {
            assertThat(isListed(day))
                    .as("%s", day)
                    .isEqualTo(standing(day).status().isListed());
        }
    }

    @Transactional
    boolean isListed(LocalDate day) {
        return (boolean) entities.createNativeQuery("select is_listed(p, ?1) from product p where code = ?2")
                .setParameter(1, day)
                .setParameter(2, PRODUCT)
                .getSingleResult();
    }

    private Lifts lifts() {
        return new Lifts(search);
    }

    private Standing standing(LocalDate day) {
        return standings.find(PRODUCT, day).orElseThrow();
    }

    private void suspend() {
        append("SUSPENDED", SUSPENDED, UNTIL);
    }

    private void append(String kind, LocalDate from, @Nullable LocalDate until) {
        QuarkusTransaction.requiringNew().run(() -> entities.createNativeQuery(
                        "insert into recognition_event (product_code, kind, starts_on, ends_on, recorded_at)"
                                + " values (?1, ?2, ?3, cast(?4 as date), now())")
                .setParameter(1, PRODUCT)
                .setParameter(2, kind)
                .setParameter(3, from)
                .setParameter(
                        4, Optional.ofNullable(until).map(LocalDate::toString).orElse(null))
                .executeUpdate());
    }
}
