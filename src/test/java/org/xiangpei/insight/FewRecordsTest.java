package org.xiangpei.insight;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FewRecordsTest {

    @Test
    void partsOfFiveRecordsOrNoneAreShown() {
        assertThat(FewRecords.hidden(List.of(5L, 40L, 0L, 7L))).isEmpty();
    }

    @Test
    void oneOfFewRecordsTakesTheNextLeastWithIt() {
        assertThat(FewRecords.hidden(List.of(3L, 40L, 0L, 7L))).containsExactly(0, 3);
    }

    @Test
    void hiddenOnesHaveFiveRecordsTogether() {
        assertThat(FewRecords.hidden(List.of(1L, 2L, 40L, 7L))).containsExactly(0, 1, 3);
    }

    @Test
    void whatStandsAloneIsHidden() {
        assertThat(FewRecords.hidden(List.of(4L))).containsExactly(0);
    }

    @Test
    void whatIsHiddenAsPartOfAnotherSumTakesTheNextLeastWithItToo() {
        assertThat(FewRecords.hidden(List.of(9L, 40L, 0L, 7L), Set.of(0, 2))).containsExactly(0, 3);
    }

    /** Whoever subtracts what is shown from the sum gets five records of two parts at least, or nothing. */
    @Property(tries = 300)
    void noFewRecordsComeOutBySubtracting(
            @ForAll @Size(min = 1, max = 9) List<@LongRange(min = 0, max = 12) Long> records) {
        Set<Integer> hidden = FewRecords.hidden(records);
        assertThat(IntStream.range(0, records.size())
                        .filter(it -> records.get(it) > 0 && records.get(it) < 5 && !hidden.contains(it)))
                .isEmpty();
        long behind = hidden.stream().mapToLong(records::get).sum();
        long withRecords = records.stream().filter(it -> it > 0).count();
        assertThat(hidden.isEmpty() || (hidden.size() > 1 && behind >= 5) || hidden.size() == withRecords)
                .as("%s hides %s", records, hidden)
                .isTrue();
    }
}
