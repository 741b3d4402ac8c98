package org.xiangpei.insight.map;

import java.math.BigDecimal;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ShadesTest {

    @Test
    void nothingHasNoShade() {
        assertThat(shades(0, 0).all()).isEmpty();
        assertThat(shades(0, 7).of(BigDecimal.ZERO)).isZero();
    }

    @Test
    void aSingleDistrictIsInTheLightestShadeAlone() {
        assertThat(shades(7).all()).containsExactly(shade(7, 7));
        assertThat(shades(7).of(number(7))).isEqualTo(1);
    }

    @Test
    void oneLargeDistrictDoesNotMakeAllOthersLookEqual() {
        Shades shades = shades(1, 2, 3, 4, 1_000_000);
        assertThat(Stream.of(1, 2, 3, 4, 1_000_000).map(it -> shades.of(number(it))))
                .containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void equalValuesShareAShadeAndEachValueHasOne() {
        Shades shades = shades(5, 5, 5, 8, 8, 9, 12, 30, 31, 32, 33);
        assertThat(shades.all()).hasSize(5);
        assertThat(IntStream.of(5, 8, 9, 12, 30, 31, 32, 33).map(it -> shades.of(number(it))))
                .allMatch(it -> it >= 1 && it <= 5)
                .isSorted();
        assertThat(shades.all().getFirst().least()).isEqualTo(number(5));
        assertThat(shades.all().getLast().greatest()).isEqualTo(number(33));
    }

    private static Shades shades(int... values) {
        return Shades.of(IntStream.of(values).mapToObj(ShadesTest::number).toList());
    }

    private static Shades.Shade shade(int least, int greatest) {
        return new Shades.Shade(number(least), number(greatest));
    }

    private static BigDecimal number(int value) {
        return BigDecimal.valueOf(value);
    }
}
