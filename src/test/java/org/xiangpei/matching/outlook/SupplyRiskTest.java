package org.xiangpei.matching.outlook;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.xiangpei.matching.Answered.Supplier;
import org.xiangpei.matching.Verdict;
import org.xiangpei.matching.answer.Place;
import org.xiangpei.matching.outlook.SupplyRisk.Kind;

import static org.assertj.core.api.Assertions.assertThat;

class SupplyRiskTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

    @Test
    void theOnlySupplierWhoseRecognitionEndsWithin90DaysIsARisk() {
        assertThat(risk(null, qualified("A", "2027-02-27"))).hasValueSatisfying(it -> {
            assertThat(it.kind()).isEqualTo(Kind.SOON);
            assertThat(it.suppliers()).isEqualTo(1);
        });
        assertThat(risk(null, qualified("A", "2027-02-28"))).isEmpty();
    }

    @Test
    void oneThatEndsBeforeTheGoodsAreNeededIsARiskHoweverLongThatIs() {
        assertThat(risk("2028-01-01", qualified("A", "2027-12-31")))
                .hasValueSatisfying(it -> assertThat(it.kind()).isEqualTo(Kind.BEFORE_NEEDED));
        assertThat(risk("2027-12-31", qualified("A", "2027-12-31"))).isEmpty();
    }

    @Test
    void anotherSupplierWhoLastsTakesTheRiskAway() {
        assertThat(risk(null, qualified("A", "2026-12-01"), qualified("B", null)))
                .isEmpty();
    }

    @Test
    void onePossibleSupplierDoesNot() {
        assertThat(risk(
                        null,
                        qualified("A", "2026-12-01"),
                        new Supplier("B", "B", "B", "B", Verdict.POSSIBLE, 1, null, null)))
                .isPresent();
    }

    @Test
    void whereNobodyQualifiesThereIsNothingToLose() {
        assertThat(risk(null)).isEmpty();
    }

    private static Optional<SupplyRisk> risk(@Nullable String neededBy, Supplier... suppliers) {
        return SupplyRisk.of(
                new Place("X", 1),
                "需求",
                "行",
                neededBy == null ? null : LocalDate.parse(neededBy),
                Stream.of(suppliers).toList(),
                TODAY);
    }

    private static Supplier qualified(String firm, @Nullable String until) {
        return new Supplier(
                "P-" + firm,
                "产品",
                firm,
                "厂",
                Verdict.QUALIFIED,
                0,
                until == null ? null : LocalDate.parse(until),
                null);
    }
}
