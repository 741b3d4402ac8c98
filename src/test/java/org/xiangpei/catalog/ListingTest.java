package org.xiangpei.catalog;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.xiangpei.catalog.Interruption.Kind;

import static org.assertj.core.api.Assertions.assertThat;

class ListingTest {

    private static final LocalDate FROM = LocalDate.of(2021, 7, 21);
    private static final LocalDate UNTIL = LocalDate.of(2027, 7, 20);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

    @Test
    void suspensionEndsByItself() {
        Listing suspended = interrupted(Kind.SUSPENDED, DAY, DAY.plusDays(30));
        assertThat(suspended.status(DAY.minusDays(1))).isEqualTo(RecognitionStatus.VALID);
        assertThat(suspended.status(DAY)).isEqualTo(RecognitionStatus.SUSPENDED);
        assertThat(suspended.on(DAY.plusDays(30))).isFalse();
        assertThat(suspended.on(DAY.plusDays(31))).isTrue();
    }

    @Test
    void expiredIsNotACandidate() {
        assertThat(Listing.of(new Validity(FROM, UNTIL)).on(UNTIL)).isTrue();
        assertThat(Listing.of(new Validity(FROM, UNTIL)).on(UNTIL.plusDays(1))).isFalse();
    }

    @Test
    void whatIsRevokedIsRevokedForGood() {
        Listing revoked = interrupted(Kind.REVOKED, DAY, null);
        assertThat(revoked.on(DAY.minusDays(1))).isTrue();
        assertThat(revoked.status(DAY)).isEqualTo(RecognitionStatus.REVOKED);
        assertThat(revoked.status(UNTIL.plusYears(9))).isEqualTo(RecognitionStatus.REVOKED);
    }

    @Test
    void whatExpiresWhileItIsSuspendedHasExpired() {
        Listing suspended = interrupted(Kind.SUSPENDED, UNTIL.minusDays(3), UNTIL.plusDays(3));
        assertThat(suspended.status(UNTIL)).isEqualTo(RecognitionStatus.SUSPENDED);
        assertThat(suspended.status(UNTIL.plusDays(1))).isEqualTo(RecognitionStatus.EXPIRED);
    }

    private static Listing interrupted(Kind kind, LocalDate from, @Nullable LocalDate until) {
        return new Listing(new Validity(FROM, UNTIL), List.of(new Interruption(kind, from, until)));
    }
}
