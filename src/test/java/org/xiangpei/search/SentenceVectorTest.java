package org.xiangpei.search;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SentenceVectorTest {

    @Test
    void hasUnitLengthWhateverTheModelGives() {
        SentenceVector vector = SentenceVector.of(filled(7)).orElseThrow();
        assertThat(vector.similarity(vector)).isCloseTo(1, within(1e-5));
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void oneNumberThatIsNoneMakesItNoVector(float bad) {
        float[] direction = filled(1);
        direction[300] = bad;
        assertThat(SentenceVector.of(direction)).isEmpty();
    }

    @Test
    void zeroAndOtherLengthsAreNoVectors() {
        assertThat(SentenceVector.of(filled(0))).isEmpty();
        assertThat(SentenceVector.of(new float[] {1, 2})).isEmpty();
        assertThat(SentenceVector.of(new float[0])).isEmpty();
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        SentenceVector vector = SentenceVector.of(filled(3)).orElseThrow();
        assertThat(SentenceVector.read(vector.bytes())).contains(vector);
    }

    @Test
    void damagedBytesAreNoVector() {
        byte[] bytes = SentenceVector.of(filled(3)).orElseThrow().bytes();
        assertThat(SentenceVector.read(Arrays.copyOf(bytes, bytes.length - 1))).isEmpty();
        assertThat(SentenceVector.read(new byte[bytes.length])).isEmpty();
        bytes[3] = 0x7f;
        bytes[2] = (byte) 0xff;
        assertThat(SentenceVector.read(bytes)).as("NaN").isEmpty();
    }

    @Test
    void nobodyChangesAVectorFromOutside() {
        float[] direction = filled(1);
        SentenceVector vector = SentenceVector.of(direction).orElseThrow();
        direction[0] = 9;
        vector.values()[0] = 9;
        assertThat(vector).isEqualTo(SentenceVector.of(filled(1)).orElseThrow());
    }

    private static float[] filled(float value) {
        var filled = new float[SentenceVector.DIMENSIONS];
        Arrays.fill(filled, value);
        return filled;
    }
}
