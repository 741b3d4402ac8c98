package org.xiangpei.search.lucene;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.xiangpei.search.StatedSpecification;

import static org.assertj.core.api.Assertions.assertThat;

/** The column is ours: what it cannot hold would be lost. */
class StatedColumnTest {

    @Test
    void whatIsStatedIsReadAsItWasWritten() throws IOException {
        var power = new StatedSpecification("rated_power", new BigDecimal("7.50"), null, "kW", null);
        var range = new StatedSpecification("temperature", new BigDecimal("-40"), new BigDecimal("1E+2"), "℃", null);
        var grade = new StatedSpecification("protection", null, null, null, "IP54");
        assertThat(StatedColumn.read(StatedColumn.write(List.of(power, range, grade))))
                .containsOnlyKeys("rated_power", "temperature", "protection")
                .containsEntry("rated_power", power)
                .containsEntry("temperature", range)
                .containsEntry("protection", grade);
        assertThat(StatedColumn.read(StatedColumn.write(List.of()))).isEmpty();
    }
}
