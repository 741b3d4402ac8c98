package org.xiangpei.sourcing.award.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.web.Option;
import org.xiangpei.sourcing.web.Heading;

/**
 * All lines of all quotations.
 *
 * @param sealed whether the quotations are not open yet
 * @param decidable whether an award can be proposed
 * @param criteria the stated criteria in words
 */
public record ComparisonView(
        Heading heading,
        boolean sealed,
        boolean decidable,
        String criteria,
        List<Supplier> suppliers,
        List<Option> columns,
        List<Option> orders,
        List<Line> lines,
        @Nullable Selection selection,
        @Nullable String done,
        @Nullable String refused) {

    /** Whether a column is shown. */
    public boolean shows(String column) {
        return columns.stream().anyMatch(it -> it.value().equals(column) && it.chosen());
    }

    public boolean ordered(String order) {
        return orders.stream().anyMatch(it -> it.value().equals(order) && it.chosen());
    }

    /** How many columns the table has with those that are always there. */
    public int width() {
        return 1 + (int) columns.stream().filter(Option::chosen).count();
    }

    /** How many lines there are. */
    public int count() {
        return lines.size();
    }

    /**
     * A quotation as a whole.
     *
     * @param quoted lines it offers, as {@code 5 / 6 行}
     * @param whole whether it offers all
     * @param renewal what was asked and answered about its validity
     * @param askable whether the supplier can be asked
     */
    public record Supplier(
            String quotation,
            String name,
            @Nullable String firm,
            String quoted,
            boolean whole,
            String landed,
            String validUntil,
            boolean expired,
            @Nullable String renewal,
            boolean askable,
            @Nullable String note,
            boolean shown) {}

    /**
     * @param budget private to the buyer
     * @param quoted whether anybody offers it, shown or not
     */
    public record Line(
            int number,
            String name,
            String quantity,
            @Nullable String budget,
            List<OfferView> offers,
            boolean quoted,
            boolean picked) {}

    /**
     * What the selection comes to.
     *
     * @param more how much dearer it is than the cheapest offers of the same lines
     * @param local share made in the three cities
     */
    public record Selection(
            int picked,
            int unpicked,
            String total,
            @Nullable String more,
            @Nullable String local,
            @Nullable String unknown,
            @Nullable String shift,
            List<Part> parts) {}

    public record Part(String supplier, int lines, String landed) {}
}
