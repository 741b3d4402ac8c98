package org.xiangpei.shared.web;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FiguresTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            860            | 860 元
            9999.5         | 9,999.5 元
            10000          | 1.00 万元
            12805000       | 1,280.50 万元
            99999999       | 10,000.00 万元
            100000000      | 1.00 亿元
            2607000000     | 26.07 亿元
            -25000         | -2.50 万元
            """)
    void moneyStandsInTheUnitInWhichOfficersReadIt(BigDecimal yuan, String shown) {
        assertThat(Figures.money(yuan)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            8.7  | 15   | 8.7–15 kV
            10   | 10.0 | 10 kV
            345  | -    | ≥ 345 kV
            -    | 1200 | ≤ 1,200 kV
            -    | -    | 未载明
            """)
    void aRangeSaysWhichEndIsStated(BigDecimal low, BigDecimal high, String shown) {
        assertThat(Figures.range(low, high, " kV")).isEqualTo(shown);
    }

    @Test
    void sharesAreRoundedToOneDecimal() {
        assertThat(Figures.percent(new BigDecimal("0.37249"))).isEqualTo("37.2%");
        assertThat(Figures.percent(new BigDecimal("0.3725"))).isEqualTo("37.3%");
    }
}
