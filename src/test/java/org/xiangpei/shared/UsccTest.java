package org.xiangpei.shared;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class UsccTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91350100M000100Y43",
                "91440300708461136T",
                "914403001922038216",
                "91330100799655058B",
                "91110000802100433B"
            })
    void realCodesAreValid(String code) {
        assertThat(Uscc.faultOf(code)).isEmpty();
        assertThat(new Uscc(code).value()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "9135010000M000100Y4, 19 位",
        "9135010M000100Y43, 17 位",
        "91350100m000100y43, 大写字母",
        "91350100M0001O0Y43, 不用 I、O、S、V、Z",
        "9135O100M000100Y43, 第 3–8 位为数字",
        "91350100M000100Y44, GB 32100",
        "91350100M000010Y43, GB 32100",
        "91350100M000200Y4T, GB 11714"
    })
    void faultsAreNamed(String code, String fault) {
        assertThat(Uscc.faultOf(code))
                .hasValueSatisfying(found -> assertThat(found).contains(fault));
        assertThatThrownBy(() -> new Uscc(code)).isInstanceOf(RuleViolation.class);
    }

    @Test
    void everySingleWrongCharacterIsFound() {
        String code = "91350100M000100Y43";
        for (int i = 0; i < code.length(); i++) {
            for (int j = 0; j < ALPHABET.length(); j++) {
                String changed = code.substring(0, i) + ALPHABET.charAt(j) + code.substring(i + 1);
                assertThat(Uscc.faultOf(changed).isEmpty()).as(changed).isEqualTo(changed.equals(code));
            }
        }
    }

    @Test
    void anyTextIsAnsweredAndNeverFails() {
        var random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            String text = random.ints(random.nextInt(25), 0, 0x3000)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            assertThat(Uscc.faultOf(text)).isPresent();
        }
    }
}
