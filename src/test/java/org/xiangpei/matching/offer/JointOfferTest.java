package org.xiangpei.matching.offer;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JointOfferTest {

    @Test
    void oneFirmThatCanDoAllDoesItAlone() {
        JointOffer offer = JointOffer.of(List.of(line(1, "F1", "F2"), line(2, "F2"), line(3, "F2", "F3")));
        assertThat(offer.shares()).singleElement().satisfies(share -> {
            assertThat(share.firmCode()).isEqualTo("F2");
            assertThat(share.items()).extracting(JointOffer.Item::line).containsExactly(1, 2, 3);
        });
        assertThat(offer.alone()).containsExactly("F2");
        assertThat(offer.isProven()).isTrue();
    }

    @Test
    void whereNobodyCanDoAllTheFewestDoItTogether() {
        JointOffer offer =
                JointOffer.of(List.of(line(1, "F1"), line(2, "F1", "F2"), line(3, "F2", "F3"), line(4, "F3", "F2")));
        assertThat(offer.shares()).extracting(JointOffer.Share::firmCode).containsExactly("F1", "F2");
        assertThat(offer.alone()).isEmpty();
        assertThat(offer.covered()).isEqualTo(4);
    }

    @Test
    void linesThatNobodyCanSupplyAreNamedAndHoldNothingUp() {
        JointOffer offer = JointOffer.of(List.of(line(1, "F1"), line(2), line(3)));
        assertThat(offer.uncovered()).containsExactly(2, 3);
        assertThat(offer.shares()).hasSize(1);
        assertThat(JointOffer.of(List.of(line(1))).shares()).isEmpty();
        assertThat(JointOffer.of(List.of(line(1))).alone()).isEmpty();
    }

    @Test
    void aLineGoesToTheChosenFirmWhoseProductFitsBest() {
        JointOffer offer = JointOffer.of(List.of(line(1, "F2", "F1"), line(2, "F1"), line(3, "F2")));
        assertThat(offer.shares().getLast().items())
                .extracting(JointOffer.Item::line)
                .containsExactly(1, 3);
    }

    @Test
    void withoutSearchTheAnswerSaysThatItIsNotProven() {
        List<Supplies> misleading = List.of(
                line(0, "A"), line(1, "A", "C"), line(2, "A", "C"), line(3, "B", "C"), line(4, "B", "C"), line(5, "B"));
        JointOffer greedy = JointOffer.of(misleading, 0);
        assertThat(greedy.atLeast()).isLessThanOrEqualTo(2);
        assertThat(JointOffer.of(misleading).shares()).hasSize(2);
    }

    private static Supplies line(int number, String... firms) {
        return new Supplies(
                number,
                Stream.of(firms)
                        .map(firm -> new Supplies.Product("P-" + firm + "-" + number, "产品", firm, "企业" + firm))
                        .toList());
    }
}
