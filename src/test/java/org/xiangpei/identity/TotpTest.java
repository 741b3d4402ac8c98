package org.xiangpei.identity;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Codes that change with time: which are right, for how long, and how often. */
class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final Instant NOON = Instant.parse("2026-11-20T04:00:10Z");
    private static final long STEP = NOON.getEpochSecond() / 30;

    /** The last six digits of RFC 6238 appendix B. */
    @ParameterizedTest
    @CsvSource({"59, 287082", "1111111109, 081804", "1111111111, 050471", "1234567890, 005924", "2000000000, 279037"})
    void codesAreThoseOfTheStandard(long second, String code) {
        assertThat(Totp.codeAt(SECRET, Instant.ofEpochSecond(second))).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"-60, false", "-30, true", "0, true", "30, true", "60, false"})
    void clocksMayDifferByOneStep(long seconds, boolean accepted) {
        String code = Totp.codeAt(SECRET, NOON.plusSeconds(seconds));
        assertThat(Totp.step(SECRET, code, NOON, 0).isPresent()).isEqualTo(accepted);
    }

    @Test
    void aCodeIsGoodOnceAndSoAreThoseBeforeIt() {
        String code = Totp.codeAt(SECRET, NOON);
        assertThat(Totp.step(SECRET, code, NOON, STEP - 1)).isEqualTo(OptionalLong.of(STEP));
        assertThat(Totp.step(SECRET, code, NOON, STEP)).isEmpty();
        assertThat(Totp.step(SECRET, Totp.codeAt(SECRET, NOON.minusSeconds(30)), NOON, STEP))
                .isEmpty();
        assertThat(Totp.step(SECRET, Totp.codeAt(SECRET, NOON.plusSeconds(30)), NOON, STEP))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({"''", "28708", "2870820", "abcdef"})
    void anythingElseIsWrong(String code) {
        assertThat(Totp.step(SECRET, code, Instant.ofEpochSecond(59), 0)).isEmpty();
    }
}
