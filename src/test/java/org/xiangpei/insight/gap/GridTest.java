package org.xiangpei.insight.gap;

import java.math.BigDecimal;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class GridTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1～2",
        "1.999, 1～2",
        "2, 2～4",
        "1000, '512～1,024'",
        "1024, '1,024～2,048'",
        "0.04, 0.0313～0.0625",
        "0.3, 0.25～0.5",
        "0, 0",
        "-3, -4～-2",
        "15.9999999999, 16～32",
    })
    void stepsDouble(BigDecimal quantity, String cell) {
        assertThat(Grid.cell(quantity).text()).isEqualTo(cell);
    }

    @ParameterizedTest
    @CsvSource({"0, 0～25", "24.9, 0～25", "25, 25～50", "-1, -25～0", "-40, -50～-25"})
    void temperaturesGoInStepsOf25Degrees(BigDecimal celsius, String cell) {
        assertThat(Grid.temperature(celsius).text()).isEqualTo(cell);
    }

    @Property
    void quantitiesOfOneCellDifferByLessThanTheFactor(
            @ForAll @BigRange(min = "0.001", max = "1000000") @Scale(3) BigDecimal one,
            @ForAll @BigRange(min = "0.001", max = "1000000") @Scale(3) BigDecimal other) {
        BigDecimal near = one.min(other);
        BigDecimal far = one.max(other);
        boolean alike = Grid.cell(one).name().equals(Grid.cell(other).name());
        assertThat(!alike || far.compareTo(near.multiply(BigDecimal.valueOf(Grid.FACTOR))) < 0)
                .isTrue();
    }

    @Property
    void aQuantityLiesInItsCell(@ForAll @BigRange(min = "0.001", max = "1000000") @Scale(3) BigDecimal quantity) {
        Grid.Cell cell = Grid.cell(quantity);
        assertThat(quantity).isBetween(cell.from(), cell.to());
    }
}
