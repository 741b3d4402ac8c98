package org.xiangpei.insight.chain;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CompletenessTest {

    @ParameterizedTest
    @CsvSource({
        "0, false, BLANK",
        "0, true,  BROKEN",
        "1, false, THIN",
        "1, true,  THIN",
        "2, false, COMPLETE",
        "7, true,  COMPLETE",
    })
    void followsFromSuppliersAndDemand(long suppliers, boolean demanded, Completeness expected) {
        assertThat(Completeness.of(suppliers, demanded)).isEqualTo(expected);
    }
}
