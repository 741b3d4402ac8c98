package org.xiangpei.sourcing.followup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.xiangpei.sourcing.followup.Said.Delivery;

import static org.assertj.core.api.Assertions.assertThat;

/** What statements say of a delivery, on the last day of the term and beside it. */
class ProgressTest {

    static final LocalDate DUE = LocalDate.of(2026, 6, 10);

    static Progress progress(Said... said) {
        return new Progress(DUE, List.of(said));
    }

    static Delivery delivery(int day, Extent extent) {
        return new Delivery(LocalDate.of(2026, 6, day), extent, "");
    }

    /** Statements as {@code 9 WHOLE}; {@code -} is unknown. */
    @ParameterizedTest(name = "{0}: on time {1}, {2} days late, overdue on the 11th {3}")
    @CsvSource(delimiter = '|', textBlock = """
            ''                        | -     | -  | true
            9 PART                    | -     | -  | true
            9 PART; 10 WHOLE          | true  | 0  | false
            10 WHOLE                  | true  | 0  | false
            11 WHOLE                  | false | 1  | false
            9 PART; 21 WHOLE          | false | 11 | false
            11 LACKING                | false | 1  | false
            11 LACKING; 15 LACKING    | false | 5  | false
            11 LACKING; 13 WHOLE      | false | 3  | false
            10 LACKING                | -     | -  | true
            9 PART; 11 LACKING        | false | 1  | false
            """)
    void aDeliveryIsOnTimeLateOrUnknown(String statements, String onTime, String late, boolean overdue) {
        List<Said> said = new ArrayList<>();
        for (String it : statements.isEmpty() ? new String[0] : statements.split("; ")) {
            said.add(delivery(Integer.parseInt(it.split(" ")[0]), Extent.valueOf(it.split(" ")[1])));
        }
        var progress = new Progress(DUE, said);
        assertThat(progress.onTime())
                .isEqualTo(onTime.equals("-") ? Optional.empty() : Optional.of(Boolean.valueOf(onTime)));
        assertThat(
                        progress.daysLate().isPresent()
                                ? String.valueOf(progress.daysLate().getAsLong())
                                : "-")
                .isEqualTo(late);
        assertThat(progress.isOverdue(DUE.plusDays(1))).isEqualTo(overdue);
    }

    @Test
    void nothingIsOverdueOnItsLastDay() {
        assertThat(progress().isOverdue(DUE)).isFalse();
        assertThat(progress().isOverdue(DUE.plusDays(1))).isTrue();
    }

    @Test
    void whatIsMissingHasNotArrived() {
        assertThat(progress(delivery(11, Extent.LACKING)).hasArrived()).isFalse();
        assertThat(progress(delivery(9, Extent.PART)).hasArrived()).isTrue();
    }
}
