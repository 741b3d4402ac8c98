package org.xiangpei.sourcing.award;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.xiangpei.sourcing.Weights;

import static org.assertj.core.api.Assertions.assertThat;

/** What a selection comes to. */
class WhatIfTest {

    private static final ComparedLine ONE =
            line(1, Bids.of(1, "100").madeIn("430211"), Bids.of(2, "120").madeIn("320500"));
    private static final ComparedLine TWO =
            line(2, Bids.of(1, "300"), Bids.of(2, "100").madeIn("430100"));

    private static ComparedLine line(int number, Bids... bids) {
        var asked = new Asked(number, "物资", null, BigDecimal.TEN, "件", List.of());
        return Bids.compared(asked, Weights.PRICE_ALONE, bids);
    }

    @Test
    void sumsByMoneyAndSupplierAndSaysHowMuchMoreThanTheCheapest() {
        WhatIf whatIf = WhatIf.of(List.of(ONE, TWO), Map.of(1, 2L, 2, 1L));
        assertThat(whatIf.total()).hasToString("4200.00");
        assertThat(whatIf.lowest()).hasToString("2000.00");
        assertThat(whatIf.bySupplier().get("供应商1")).hasToString("Part[lines=1, landed=3000.00]");
        assertThat(whatIf.unpicked()).isZero();
    }

    /** Unknown counts as elsewhere, and its share stands beside it (design rule 4). */
    @Test
    void theLocalShareIsByMoneyAndUnknownIsNotLocal() {
        WhatIf whatIf = WhatIf.of(List.of(ONE, TWO), Map.of(1, 1L, 2, 1L));
        assertThat(whatIf.local().value()).contains(new BigDecimal("0.250000"));
        assertThat(whatIf.local().unknownShare()).contains(new BigDecimal("0.750000"));
    }

    @Test
    void whatWasNotOfferedIsNotSelectedAndNothingHasNoShare() {
        WhatIf nothing = WhatIf.of(List.of(ONE, TWO), Map.of(1, 9L, 7, 1L));
        assertThat(nothing.picked()).isEmpty();
        assertThat(nothing.unpicked()).isEqualTo(2);
        assertThat(nothing.local().value()).isEmpty();
    }

    @Test
    void theBestOfEachLineIsThatOfTheCriteriaAndATieIsLeftToTheOfficer() {
        ComparedLine tied = line(3, Bids.of(1, "5").madeIn("430100"), Bids.of(2, "5"));
        assertThat(WhatIf.best(List.of(ONE, TWO, tied), Bids.TODAY)).isEqualTo(Map.of(1, 1L, 2, 2L));
    }
}
