package org.xiangpei.sourcing.signal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * An inquiry whose quotations are open, as far as signals look at it: what the buyer has put in it privately is not here.
 *
 * @param deadline as it was in the end, after all extensions
 * @param workingDays after the day of publication, up to and with the day of the deadline
 * @param invited who was asked and not uninvited
 * @param quoted who sent a quotation, for whichever lines
 */
public record OpenedInquiry(
        String code,
        String title,
        Buyer buyer,
        LocalDate published,
        LocalDate deadline,
        int workingDays,
        LocalDate opened,
        int invited,
        List<Supplier> quoted,
        List<Line> lines) {

    public OpenedInquiry {
        quoted = List.copyOf(quoted);
        lines = List.copyOf(lines);
    }

    /** An organisation that asks. */
    public record Buyer(String organization, String name) {}

    /**
     * Who quotes.
     *
     * @param key its code in the catalogue, else its name
     */
    public record Supplier(String key, String name) {}

    /** A line with all that was quoted for it. */
    public record Line(int number, String name, List<Price> prices) {

        public Line {
            prices = List.copyOf(prices);
        }

        /** With the prices of the same line elsewhere. */
        Line and(Line more) {
            return new Line(
                    number,
                    name,
                    Stream.concat(prices.stream(), more.prices().stream()).toList());
        }
    }

    /**
     * A quotation of one line.
     *
     * @param unitPrice CNY, tax included, for the quantity that was asked
     * @param deviations how many mandatory clauses it says that it does not meet; what is unanswered is unknown and none of them
     * @param awarded whether it won the line, or a part of it
     */
    public record Price(Supplier supplier, BigDecimal unitPrice, int deviations, boolean awarded) {}
}
