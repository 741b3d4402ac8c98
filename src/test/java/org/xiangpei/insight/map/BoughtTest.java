package org.xiangpei.insight.map;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.xiangpei.ledger.RegionSum;
import org.xiangpei.shared.Money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Few purchases of a place hide their amount (design rule 7), also from who subtracts. */
class BoughtTest {

    @Test
    void fivePurchasesAreShownAndFourAreNot() {
        assertThat(shown(sum("430102", 5, 50), sum("430202", 5, 60)))
                .allMatch(it -> it.shown().isPresent());
        assertThat(shown(sum("430102", 4, 50))).extracting(Bought::shown).containsExactly(Optional.empty());
    }

    @Test
    void aPlaceHiddenAloneTakesTheOneOfItsCityWithTheFewestPurchasesWithIt() {
        assertThat(shown(sum("430102", 1, 900), sum("430103", 90, 200), sum("430104", 80, 300), sum("430202", 70, 100)))
                .extracting(Bought::place, it -> it.shown().isPresent())
                .containsExactly(
                        tuple("430102", false), tuple("430103", true), tuple("430104", false), tuple("430202", true));
    }

    @Test
    void twoHiddenPlacesHideEachOther() {
        assertThat(shown(sum("430102", 1, 900), sum("430103", 4, 300), sum("430104", 90, 200)))
                .extracting(it -> it.shown().isPresent())
                .containsExactly(false, false, true);
    }

    @Test
    void whoReadsThePurchasesSeesAllAmounts() {
        assertThat(Bought.shown(List.of(sum("430102", 1, 900), sum("430103", 90, 200)), true))
                .allMatch(it -> it.shown().isPresent());
    }

    @Test
    void theNumberOfPurchasesIsAlwaysShown() {
        assertThat(shown(sum("430102", 3, 900))).extracting(Bought::records).containsExactly(3L);
    }

    private static List<Bought> shown(RegionSum... sums) {
        return Bought.shown(List.of(sums), false);
    }

    private static RegionSum sum(String region, long records, long yuan) {
        return new RegionSum(region, records, new Money(BigDecimal.valueOf(yuan)));
    }
}
