package org.xiangpei.sourcing.award;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.xiangpei.sourcing.Weights;

import static org.assertj.core.api.Assertions.assertThat;

/** The order by the stated criteria, as a table of small cases. */
class ScoringTest {

    private static final String CLAUSES =
            "load_capacity at_least 1000 kg; ?3:noise at_most 65 dB(A); ?delivers_within 60";

    /** Ranks of the offers in their order, and the points of the last. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            the lowest price is first        | 100,0,0  | 100/30/ccc 110/10/ccc          | 1 2   | 90.91
            the same price is the same rank  | 100,0,0  | 100/30/ccc 100/10/ccc          | 1 1   | 100.00
            ranks after a tie count it       | 100,0,0  | 100/30/ccc 100/30/ccc 101/1/ccc | 1 1 3 | 99.01
            a fen is a difference            | 100,0,0  | 1000000.01/30/ccc 1000000/30/ccc | 2 1 | 100.00
            quick and dear can be better     | 50,50,0  | 100/40/ccc 120/10/ccc          | 2 1   | 91.67
            a day is the least               | 0,100,0  | 100/0/ccc 100/1/ccc            | 1 1   | 100.00
            desired clauses by their weights | 60,0,40  | 100/30/cuc 105/30/ccu          | 2 1   | 87.14
            all desired are denied           | 0,0,100  | 100/30/ccc 100/30/cdd          | 1 2   | 0.00
            a mandatory one denied is last   | 100,0,0  | 50/30/dcc 100/30/ccc           | 2 1   | 50.00
            one not answered is between      | 100,0,0  | 40/30/dcc 50/30/ucc 100/30/ccc | 3 2 1 | 40.00
            """)
    void offersStandByTheStatedCriteria(String name, String weights, String bids, String ranks, String points) {
        List<Bids> given = Arrays.stream(bids.split(" ")).map(ScoringTest::bid).toList();
        List<Bids> numbered = IntStream.range(0, given.size())
                .mapToObj(it -> Bids.of(it + 1, given.get(it).price())
                        .in(given.get(it).days())
                        .saying(given.get(it).replies()))
                .toList();
        ComparedLine line = Bids.compared(Bids.asked("1", CLAUSES), weights(weights), numbered.toArray(Bids[]::new));
        assertThat(numbered.stream()
                        .map(it -> String.valueOf(
                                line.find(it.quotation()).orElseThrow().rank()))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(ranks);
        BigDecimal total =
                line.find(numbered.size()).orElseThrow().points().total().setScale(2, RoundingMode.HALF_UP);
        assertThat(total).isEqualTo(points);
    }

    private static Bids bid(String text) {
        String[] parts = text.split("/");
        return Bids.of(0, parts[0]).in(Integer.parseInt(parts[1])).saying(parts[2]);
    }

    private static Weights weights(String text) {
        String[] parts = text.split(",");
        return new Weights(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }

    @Test
    void priceBreaksOfTheAskedQuantityAndFreightAreInTheCost() {
        ComparedLine line = Bids.compared(
                Bids.asked("40", ""),
                Weights.PRICE_ALONE,
                Bids.of(1, "10").from("20", "9").from("50", "7").freight("100"),
                Bids.of(2, "11.50"));
        assertThat(line.find(1).orElseThrow().cost().landed()).hasToString("460.00");
        assertThat(line.find(2).orElseThrow().cost().landed()).hasToString("460.00");
        assertThat(line.offers()).extracting(Scored::rank).containsExactly(1, 1);
    }

    @Test
    void whereSomethingIsMadePlaysNoPart() {
        ComparedLine line = Bids.compared(
                Bids.asked("1", ""),
                Weights.PRICE_ALONE,
                Bids.of(1, "100").madeIn("430100"),
                Bids.of(2, "100").madeIn("320500"),
                Bids.of(3, "100"));
        assertThat(line.offers()).extracting(Scored::rank).containsExactly(1, 1, 1);
    }

    @Test
    void aLineWithoutDesiredClausesGivesEverybodyTheirPoints() {
        ComparedLine line =
                Bids.compared(Bids.asked("1", ""), new Weights(0, 0, 100), Bids.of(1, "1"), Bids.of(2, "900"));
        assertThat(line.offers()).extracting(Scored::rank).containsExactly(1, 1);
    }

    @Test
    void nobodyIsBestAloneInATieAndWhoDoesNotStandByItAnyMoreIsNotInTheWay() {
        ComparedLine tied = Bids.compared(Bids.asked("1", ""), Weights.PRICE_ALONE, Bids.of(1, "5"), Bids.of(2, "5"));
        assertThat(tied.onlyBest(Bids.TODAY)).isEmpty();
        ComparedLine expired = Bids.compared(
                Bids.asked("1", ""), Weights.PRICE_ALONE, Bids.of(1, "5").expired(), Bids.of(2, "6"));
        assertThat(expired.onlyBest(Bids.TODAY)).map(Scored::quotation).contains(2L);
        assertThat(expired.find(2).orElseThrow().rank()).isEqualTo(2);
    }

    /** Whatever the prices: the order is that of the prices, and equal ones have one rank. */
    @Property
    void byPriceAloneTheOrderIsThatOfThePrices(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 2_000_000_000) Integer> fen) {
        Bids[] bids = IntStream.range(0, fen.size())
                .mapToObj(
                        it -> Bids.of(it + 1, BigDecimal.valueOf(fen.get(it), 2).toPlainString()))
                .toArray(Bids[]::new);
        ComparedLine line = Bids.compared(Bids.asked("1", ""), Weights.PRICE_ALONE, bids);
        for (int i = 0; i < fen.size(); i++) {
            int own = fen.get(i);
            long cheaper = fen.stream().filter(it -> it < own).count();
            assertThat(line.find(i + 1).orElseThrow().rank()).isEqualTo((int) cheaper + 1);
        }
    }
}
