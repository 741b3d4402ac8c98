package org.xiangpei.catalog;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ValidityTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 3, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 2, 28);

    @Test
    void bothEndsAreIncluded() {
        var year = new Validity(FIRST, LAST);
        assertThat(year.on(FIRST.minusDays(1))).isFalse();
        assertThat(year.on(FIRST)).isTrue();
        assertThat(year.on(LAST)).isTrue();
        assertThat(year.on(LAST.plusDays(1))).isFalse();
    }

    @Test
    void anEndThatIsNotStatedIsOpen() {
        assertThat(new Validity(null, LAST).on(LocalDate.MIN)).isTrue();
        assertThat(new Validity(null, LAST).on(LAST.plusDays(1))).isFalse();
        assertThat(new Validity(FIRST, null).on(LocalDate.MAX)).isTrue();
        assertThat(new Validity(FIRST, null).on(FIRST.minusDays(1))).isFalse();
        assertThat(new Validity(null, null).on(FIRST)).isTrue();
    }

    @Test
    void onlyStatedEndsCanBeInverted() {
        assertThat(new Validity(LAST, FIRST).inverted()).isTrue();
        assertThat(new Validity(FIRST, FIRST).inverted()).isFalse();
        assertThat(new Validity(FIRST, null).inverted()).isFalse();
        assertThat(new Validity(null, FIRST).inverted()).isFalse();
    }
}
