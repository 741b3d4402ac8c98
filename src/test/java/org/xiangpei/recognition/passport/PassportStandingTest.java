package org.xiangpei.recognition.passport;

import java.time.LocalDate;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.recognition.StandingStatus;
import org.xiangpei.recognition.passport.Announcement.Listed;
import org.xiangpei.recognition.passport.Passport.Withheld;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of a passport when something becomes of the recognition. Nothing of it stays in the database. */
@XiangpeiTest
class PassportStandingTest {

    private static final String PRODUCT = "P010";

    @Inject
    Passports passports;

    @Inject
    Announcements announcements;

    @Inject
    EntityManager entities;

    @BeforeEach
    void begin() {
        QuarkusTransaction.begin();
    }

    @AfterEach
    void leaveNothing() {
        QuarkusTransaction.rollback();
    }

    @Test
    void aSuspendedProductIsNotSignedAndIsAgainAfterwards() {
        event("SUSPENDED", "current_date - 1", "current_date + 30");
        Passport suspended = passports.get(PRODUCT);
        assertThat(suspended.standing().status()).isEqualTo(StandingStatus.SUSPENDED);
        assertThat(suspended.standing().suspendedUntil()).isPresent();
        assertThat(suspended.withheld()).contains(Withheld.NOT_IN_FORCE);
        assertThat(suspended.text()).isEmpty();
        event("RESUMED", "current_date - 1", "null");
        assertThat(passports.get(PRODUCT).text()).isPresent();
    }

    /** The signature does not lie: it says what was so on its day. The service knows better. */
    @Test
    void aPassportSignedBeforeTheRevocationIsGenuineAndTheServiceSaysThatItIsRevoked() {
        String before = passports.get(PRODUCT).text().orElseThrow();
        event("REVOKED", "current_date - 1", "null");
        assertThat(passports.check(before).isGenuine()).isTrue();
        Passport revoked = passports.find(PRODUCT).orElseThrow();
        assertThat(revoked.standing().status()).isEqualTo(StandingStatus.REVOKED);
        assertThat(revoked.text()).isEmpty();
    }

    @Test
    void whatASessionRecognisedNamesItsBatchAndItsDays() {
        execute(
                "insert into recognition_batch values (99, 'ZHUZHOU', current_date - 2, current_date - 1, current_date + 1000)");
        execute("insert into recognition_event (product_code, kind, starts_on, ends_on, batch_number, recorded_at)"
                + " values ('P010', 'RECOGNISED', date '2021-07-22', date '2028-07-21', 1, now()),"
                + " ('P010', 'RECOGNISED', current_date - 1, current_date + 1000, 99, now())");
        Passport passport = passports.get(PRODUCT);
        Claims claims = passports.check(passport.text().orElseThrow()).claims().orElseThrow();
        assertThat(claims.batch()).isEqualTo(99);
        assertThat(claims.until())
                .isEqualTo(passport.standing().validity().until())
                .isAfter(LocalDate.of(2028, 7, 21));

        Announcement batch = announcements.get(99);
        assertThat(batch.products()).extracting(Listed::code).containsExactly(PRODUCT);
        assertThat(batch.closedOn()).isPresent();
        assertThat(announcements.get(1).products())
                .as("what the first batch was stays as it was")
                .filteredOn(it -> it.code().equals(PRODUCT))
                .extracting(Listed::validUntil)
                .isEqualTo(List.of(LocalDate.of(2028, 7, 21)));
    }

    private void event(String kind, String from, String until) {
        execute(
                "insert into recognition_event (product_code, kind, starts_on, ends_on, recorded_at) values ('%s', '%s', %s, %s, now())"
                        .formatted(PRODUCT, kind, from, until));
    }

    private void execute(String sql) {
        entities.createNativeQuery(sql).executeUpdate();
        entities.clear();
    }
}
