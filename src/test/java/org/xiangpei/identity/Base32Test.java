package org.xiangpei.identity;

import java.nio.charset.StandardCharsets;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class Base32Test {

    /** RFC 4648 section 10, without the padding. */
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void bytesAreWrittenAsTheStandardHasIt(String text, String written) {
        assertThat(Base32.encode(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(written);
    }

    @Property
    void whatWasWrittenIsReadAgain(@ForAll byte[] bytes) {
        assertThat(Base32.decode(Base32.encode(bytes))).hasValue(bytes);
    }

    @Test
    void otherLettersAreRefused() {
        assertThat(Base32.decode("MZXW1")).isEmpty();
        assertThat(Base32.decode("mzxw")).isEmpty();
    }
}
