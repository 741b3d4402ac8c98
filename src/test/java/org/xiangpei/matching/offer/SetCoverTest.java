package org.xiangpei.matching.offer;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.xiangpei.matching.offer.SetCover.Cover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Against trying all choices, where there are few; against what it claims itself, where there are many. */
class SetCoverTest {

    private static final int ELEMENTS = 9;
    private static final int PLENTY = 1_000_000;

    @Property(tries = 3000)
    void theAnswerCoversAllAndNoSmallerOneDoes(@ForAll("sets") List<BitSet> sets) {
        Assume.that(covers(sets, all(sets)));
        Cover found = SetCover.find(sets, ELEMENTS, PLENTY);
        assertThat(covers(sets, found.chosen())).isTrue();
        assertThat(found.isProven()).isTrue();
        assertThat(found.chosen()).hasSize(bruteForce(sets));
    }

    @Property(tries = 3000)
    void theGreedyAnswerCoversAllAndItsBoundIsNeverTooHigh(@ForAll("sets") List<BitSet> sets) {
        Assume.that(covers(sets, all(sets)));
        Cover found = SetCover.find(sets, ELEMENTS, 0);
        int smallest = bruteForce(sets);
        assertThat(covers(sets, found.chosen())).isTrue();
        assertThat(found.atLeast()).isBetween(1, smallest);
        assertThat(found.chosen().size()).isGreaterThanOrEqualTo(smallest);
    }

    @Property(tries = 500)
    void aSearchThatIsCutShortClaimsNothingFalse(@ForAll("sets") List<BitSet> sets, @ForAll("fewSteps") int steps) {
        Assume.that(covers(sets, all(sets)));
        Cover found = SetCover.find(sets, ELEMENTS, steps);
        int smallest = bruteForce(sets);
        assertThat(covers(sets, found.chosen())).isTrue();
        assertThat(found.atLeast()).isLessThanOrEqualTo(smallest);
        if (found.isProven()) {
            assertThat(found.chosen()).hasSize(smallest);
        }
    }

    @Property(tries = 200)
    void theSameQuestionHasTheSameAnswer(@ForAll("sets") List<BitSet> sets) {
        Assume.that(covers(sets, all(sets)));
        assertThat(SetCover.find(sets, ELEMENTS, PLENTY)).isEqualTo(SetCover.find(sets, ELEMENTS, PLENTY));
    }

    /** Greedy takes the large set of four first and then needs two more. */
    @Example
    void whereTheLargestSetMisleadsTheSearchDoesNot() {
        List<BitSet> sets = List.of(set(0, 1, 2), set(3, 4, 5), set(1, 2, 3, 4));
        assertThat(SetCover.find(sets, 6, PLENTY)).isEqualTo(new Cover(List.of(0, 1), 2));
    }

    @Example
    void nothingToCoverNeedsNobody() {
        assertThat(SetCover.find(List.of(), 0, PLENTY)).isEqualTo(new Cover(List.of(), 0));
    }

    @Example
    void anElementThatNobodyHoldsIsADefectOfTheCaller() {
        assertThatThrownBy(() -> SetCover.find(List.of(set(0)), 2, PLENTY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Ten thousand lines, a hundred and fifty firms: as large as a bill is, on a catalogue as large as the sample. */
    @Example
    void aBillOfTenThousandLinesIsAnsweredInSeconds() {
        var random = new Random(7);
        List<BitSet> sets =
                IntStream.range(0, 150).mapToObj(firm -> new BitSet(10_000)).toList();
        for (int line = 0; line < 10_000; line++) {
            int category = random.nextInt(80);
            for (int firm = 0; firm < 150; firm++) {
                if ((firm * 31 + category * 17) % 80 < 4 && random.nextInt(3) > 0) {
                    sets.get(firm).set(line);
                }
            }
            sets.get(random.nextInt(150)).set(line);
        }
        long began = System.nanoTime();
        Cover found = SetCover.find(sets, 10_000, 20_000);
        long millis = (System.nanoTime() - began) / 1_000_000;
        System.out.printf(
                "Set cover: 10000 lines, 150 firms: %d chosen, at least %d, %d ms%n",
                found.chosen().size(), found.atLeast(), millis);
        assertThat(covers(sets, found.chosen(), 10_000)).isTrue();
        assertThat(found.atLeast()).isBetween(1, found.chosen().size());
        assertThat(millis).isLessThan(60_000);
    }

    @Provide
    Arbitrary<List<BitSet>> sets() {
        return Arbitraries.integers()
                .between(1, (1 << ELEMENTS) - 1)
                .map(bits -> BitSet.valueOf(new long[] {bits}))
                .list()
                .ofMinSize(1)
                .ofMaxSize(10);
    }

    @Provide
    Arbitrary<Integer> fewSteps() {
        return Arbitraries.integers().between(1, 5);
    }

    private static BitSet set(int... elements) {
        var set = new BitSet();
        IntStream.of(elements).forEach(set::set);
        return set;
    }

    private static List<Integer> all(List<BitSet> sets) {
        return IntStream.range(0, sets.size()).boxed().toList();
    }

    private static boolean covers(List<BitSet> sets, List<Integer> chosen) {
        return covers(sets, chosen, ELEMENTS);
    }

    private static boolean covers(List<BitSet> sets, List<Integer> chosen, int elements) {
        var covered = new BitSet();
        chosen.forEach(set -> covered.or(sets.get(set)));
        return covered.cardinality() == elements;
    }

    private static int bruteForce(List<BitSet> sets) {
        int smallest = Integer.MAX_VALUE;
        for (int choice = 0; choice < 1 << sets.size(); choice++) {
            var chosen = new ArrayList<Integer>();
            for (int set = 0; set < sets.size(); set++) {
                if ((choice & (1 << set)) != 0) {
                    chosen.add(set);
                }
            }
            if (chosen.size() < smallest && covers(sets, chosen)) {
                smallest = chosen.size();
            }
        }
        return smallest;
    }
}
