package org.xiangpei.identity;

import java.time.Duration;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.shared.RuleViolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Guessing passwords is slowed down, for one account and from one address, and never for good. */
@XiangpeiTest
class ThrottleTest {

    /** Of the block for documentation (RFC 5737): nobody else comes from there. */
    private static final Client GUESSER = new Client("203.0.113.9", "");

    private static final Client OTHER = new Client("203.0.113.10", "");

    @Inject
    Throttle throttle;

    @Inject
    SignInConfig config;

    @ParameterizedTest
    @CsvSource({"-5, 0", "-1, 0", "0, 15", "1, 30", "2, 60", "5, 480", "6, 900", "1000, 900"})
    void theWaitDoublesUpToAQuarterOfAnHour(int excess, long seconds) {
        assertThat(Throttle.waitAfter(excess)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void aThousandWrongPasswordsFromOneAddressCloseItForAllAccountsButNotForOtherAddresses() {
        for (int i = 0; i < config.failuresByAddress(); i++) {
            throttle.check(Guess.PASSWORD, "x-victim-" + i, GUESSER);
            throttle.failed(Guess.PASSWORD, "x-victim-" + i, GUESSER);
        }
        assertThatThrownBy(() -> throttle.check(Guess.PASSWORD, "x-one-more", GUESSER))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("密码错误次数过多");
        assertThatCode(() -> throttle.check(Guess.PASSWORD, "x-one-more", OTHER))
                .doesNotThrowAnyException();
    }

    @Test
    void theRightPasswordClearsTheAccountButNotTheAddress() {
        for (int i = 0; i < config.failuresByLogin(); i++) {
            throttle.failed(Guess.PASSWORD, "x-forgetful", OTHER);
        }
        assertThatThrownBy(() -> throttle.check(Guess.PASSWORD, " X-Forgetful", GUESSER))
                .isInstanceOf(RuleViolation.class);
        throttle.succeeded(Guess.PASSWORD, "x-forgetful");
        assertThatCode(() -> throttle.check(Guess.PASSWORD, "x-forgetful", OTHER))
                .doesNotThrowAnyException();
    }
}
