package org.xiangpei.sourcing.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Each signal with what is just on its threshold and what is just beside it. */
class SignalRulesTest {

    private static final int ENOUGH_DAYS = 5;

    /**
     * Five inquiries, all like the one that is written, make one signal of the kind or none of any. Lines are separated by {@code ;}.
     */
    @ParameterizedTest(name = "{0}: {2} in {1} working days -> {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # kind                 | days | prices                        | signal
            SINGLE_QUOTATION       | 5    | A 100                         | true
            SINGLE_QUOTATION       | 5    | A 100; A 90                   | true
            SINGLE_QUOTATION       | 5    | A 100; B 90                   | false
            SINGLE_QUOTATION       | 5    | A 100, B 90                   | false
            SINGLE_QUOTATION       | 5    | ''                            | false
            IDENTICAL_PRICES       | 5    | A 100, B 100.00               | true
            IDENTICAL_PRICES       | 5    | A 90, B 80; A 70, B 70        | true
            IDENTICAL_PRICES       | 5    | A 100, B 100.01               | false
            IDENTICAL_PRICES       | 5    | A 100; B 100                  | false
            IDENTICAL_PRICES       | 5    | A 100, A 100, B 130           | false
            CLOSE_TO_WINNER        | 5    | A 100*, B 101                 | true
            CLOSE_TO_WINNER        | 5    | A 100*, B 99                  | true
            CLOSE_TO_WINNER        | 5    | A 100*, B 101.01              | false
            CLOSE_TO_WINNER        | 5    | A 100*, B 98.99               | false
            CLOSE_TO_WINNER        | 5    | A 100, B 101                  | false
            CLOSE_TO_WINNER        | 5    | A 100*, B 101*                | false
            CLOSE_TO_WINNER        | 5    | A 0*, B 0.01                  | false
            ALL_BUT_ONE_EXCLUDED   | 5    | A 100, B 90!                  | true
            ALL_BUT_ONE_EXCLUDED   | 5    | A 100, B 90!, C 80!!          | true
            ALL_BUT_ONE_EXCLUDED   | 5    | A 100, B 90, C 80!            | false
            ALL_BUT_ONE_EXCLUDED   | 5    | A 100!, B 90!                 | false
            ALL_BUT_ONE_EXCLUDED   | 5    | A 100; B 90!                  | false
            SHORT_PERIOD           | 2    | A 100, B 90                   | true
            SHORT_PERIOD           | 0    | ''                            | true
            SHORT_PERIOD           | 3    | A 100, B 90                   | false
            """)
    void oneInquiryIsACaseOrNot(SignalKind kind, int days, String prices, boolean expected) {
        List<Signal> signals = SignalRules.of(Inquiring.alike(1, Signal.FEWEST_CASES, days, prices.split(";")));
        assertThat(signals.stream().map(Signal::kind)).isEqualTo(expected ? List.of(kind) : List.of());
    }

    /** What makes every inquiry a case of the kind, and of no other. */
    private static String caseOf(SignalKind kind) {
        return switch (kind) {
            case SINGLE_QUOTATION -> "A 100";
            case IDENTICAL_PRICES -> "A 100, B 100";
            case CLOSE_TO_WINNER -> "A 100*, B 100.5";
            case ALL_BUT_ONE_EXCLUDED -> "A 100, B 90!";
            case SHORT_PERIOD -> "A 100*, B 120";
        };
    }

    private static List<OpenedInquiry> cases(SignalKind kind, int count) {
        return Inquiring.alike(1, count, kind == SignalKind.SHORT_PERIOD ? 1 : ENOUGH_DAYS, caseOf(kind));
    }

    @ParameterizedTest
    @EnumSource(SignalKind.class)
    void nothingStandsOnFewerThanFiveInquiries(SignalKind kind) {
        assertThat(SignalRules.of(cases(kind, 4))).isEmpty();
        assertThat(SignalRules.of(cases(kind, 5))).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo(kind);
            assertThat(it.cases()).hasSize(5);
            assertThat(it.base()).isEqualTo(5);
        });
    }

    @ParameterizedTest
    @EnumSource(SignalKind.class)
    void fiveOfTwentyFiveStandAndFiveOfTwentySixDoNot(SignalKind kind) {
        List<OpenedInquiry> all = new ArrayList<>(cases(kind, 5));
        all.addAll(Inquiring.alike(100, 20, ENOUGH_DAYS, "A 100*, B 120"));
        assertThat(SignalRules.of(all)).singleElement().satisfies(it -> assertThat(it.base())
                .isEqualTo(25));
        all.addAll(Inquiring.alike(200, 1, ENOUGH_DAYS, "A 100*, B 120"));
        assertThat(SignalRules.of(all)).isEmpty();
    }

    @Test
    void manyLinesOfOneInquiryAreOneCase() {
        String[] lines = Stream.generate(() -> "A 100, B 100").limit(9).toArray(String[]::new);
        assertThat(SignalRules.of(Inquiring.alike(1, 4, ENOUGH_DAYS, lines))).isEmpty();
        assertThat(SignalRules.of(Inquiring.alike(1, 5, ENOUGH_DAYS, lines)))
                .singleElement()
                .satisfies(it -> assertThat(it.cases()).hasSize(5).allSatisfy(one -> assertThat(one.rows())
                        .hasSize(9)));
    }

    @Test
    void thePairIsTheSameWhoeverIsNamedOrWinsFirst() {
        List<OpenedInquiry> all = new ArrayList<>(Inquiring.alike(1, 3, ENOUGH_DAYS, "A 100*, B 100.5, C 140"));
        all.addAll(Inquiring.alike(50, 2, ENOUGH_DAYS, "C 140, B 100*, A 100.5"));
        assertThat(SignalRules.of(all)).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo(SignalKind.CLOSE_TO_WINNER);
            assertThat(it.subject().name()).isEqualTo("企业A、企业B");
            assertThat(it.cases()
                            .getFirst()
                            .rows()
                            .getFirst()
                            .prices()
                            .getFirst()
                            .supplier()
                            .key())
                    .as("the winner first, in the latest inquiry")
                    .isEqualTo("B");
        });
    }

    @Test
    void casesOfDifferentPairsAreNotAddedUp() {
        List<OpenedInquiry> all = new ArrayList<>(Inquiring.alike(1, 4, ENOUGH_DAYS, "A 100, B 100, C 130"));
        all.addAll(Inquiring.alike(50, 4, ENOUGH_DAYS, "A 100, B 130, C 100"));
        assertThat(SignalRules.of(all)).isEmpty();
    }

    @Test
    void aSignalKeepsItsAddressAsItGrowsAndNamesNobodyInIt() {
        Signal five = SignalRules.of(cases(SignalKind.IDENTICAL_PRICES, 5)).getFirst();
        Signal six = SignalRules.of(cases(SignalKind.IDENTICAL_PRICES, 6)).getFirst();
        assertThat(six.id()).isEqualTo(five.id()).matches("[0-9a-f]{16}");
        assertThat(SignalRules.of(cases(SignalKind.CLOSE_TO_WINNER, 5))
                        .getFirst()
                        .id())
                .isNotEqualTo(five.id());
    }

    @Test
    void everyKindHasItsRule() {
        assertThat(SignalRules.ALL.stream().map(SignalRule::kind)).containsExactlyInAnyOrder(SignalKind.values());
    }
}
