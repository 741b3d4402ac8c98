package org.xiangpei.identity;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.xiangpei.shared.RuleViolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Passwords are judged by length and by what others would guess first, and kept as Argon2id. */
class PasswordsTest {

    private static final List<String> KNOWN = List.of("zhangsan", "张三", "株洲河东公共交通中心", "xiangpei", "湘配");

    private final Passwords passwords = new Passwords();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery staple",
                "四只鹭鸶慢慢地飞过橘子洲头",
                "湘江北去橘子洲头看万山红遍",
                "kDf8-2mqZ-0xPv",
                "nothing but lower case words"
            })
    void lengthIsEnough(String good) {
        assertThatCode(() -> passwords.check(good, KNOWN)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "elevenchars", "十一个汉字还是太短了吧"})
    void lessThanTwelveCharactersAreNot(String tooShort) {
        assertThatThrownBy(() -> passwords.check(tooShort, KNOWN))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("至少 12 个字符");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "123456789012",
                "aaaaaaaaaaaaaaaaaaaa",
                "qwertyuiop123",
                "zhangsan-zhangsan",
                "株洲河东公共交通中心2026",
                "xiangpeixiangpei"
            })
    void whatOthersGuessFirstIsRefused(String guessable) {
        assertThatThrownBy(() -> passwords.check(guessable, KNOWN))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("太容易猜到");
    }

    @Test
    void whatIsTooLongIsRefusedAtOnce() {
        assertThatThrownBy(() -> passwords.check("啊".repeat(100_000), KNOWN)).hasMessageContaining("最多 128 个字符");
    }

    @Test
    void everyCharacterOfALongPasswordCounts() {
        String sameBeginning = "四只鹭鸶慢慢地飞过橘子洲头，".repeat(8);
        String hash = passwords.hash(sameBeginning + "一");
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches(sameBeginning + "一", Optional.of(hash))).isTrue();
        assertThat(passwords.matches(sameBeginning + "二", Optional.of(hash))).isFalse();
        assertThat(passwords.hash(sameBeginning + "一")).isNotEqualTo(hash);
    }

    @Test
    void nobodysPasswordIsEverRight() {
        assertThat(passwords.matches("nobody", Optional.empty())).isFalse();
    }
}
