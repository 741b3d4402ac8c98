package org.xiangpei.requirement.bill;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.requirement.intake.ReadLine;

/** What a row of a bill is. */
sealed interface RowMeaning {

    /** No line: a title, a sum, a row that names nothing. */
    record NoLine(Remark why) implements RowMeaning {}

    /**
     * A line of the requirement.
     *
     * @param read name, category and criteria as the grammar reads them
     * @param model what the columns of models say
     * @param budget CNY, of the whole line
     * @param words the row as it stands in the file
     */
    record Line(
            ReadLine read,
            @Nullable String model,
            @Nullable BigDecimal quantity,
            @Nullable String unit,
            @Nullable BigDecimal budget,
            String words,
            List<Remark> remarks)
            implements RowMeaning {}
}
