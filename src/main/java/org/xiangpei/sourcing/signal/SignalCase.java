package org.xiangpei.sourcing.signal;

import java.math.BigDecimal;
import java.util.List;

import org.xiangpei.sourcing.signal.OpenedInquiry.Line;
import org.xiangpei.sourcing.signal.OpenedInquiry.Price;

/**
 * One inquiry on which a signal rests, however many of its lines say the same.
 *
 * @param rows the lines that say so; none where it is the inquiry as a whole
 */
public record SignalCase(OpenedInquiry inquiry, List<Row> rows) {

    public SignalCase {
        rows = List.copyOf(rows);
    }

    /**
     * A line.
     *
     * @param prices those that are compared
     * @param gap of the other price to the winner's, as a share of the winner's; 0 where there is none
     */
    public record Row(int line, String name, List<Price> prices, BigDecimal gap) {

        public Row {
            prices = List.copyOf(prices);
        }

        static Row of(Line line, List<Price> prices, BigDecimal gap) {
            return new Row(line.number(), line.name(), prices, gap);
        }
    }
}
