package org.xiangpei.sourcing.award.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One offer in the comparison.
 *
 * @param best of the line, in a word each: 最低, 最短, 最多
 * @param rank as {@code 第 1}, with 并列 where others have it too
 * @param standing what it leaves open or denies of the mandatory clauses
 * @param points as {@code 98.75}
 * @param warnings what stands against it, in a phrase each
 * @param picked whether the selection has it
 */
public record OfferView(
        String quotation,
        String supplier,
        @Nullable String firm,
        @Nullable String product,
        Money money,
        String days,
        Best best,
        Clauses clauses,
        String rank,
        @Nullable String standing,
        String points,
        String minimum,
        String place,
        boolean placeUnknown,
        String validUntil,
        String validTone,
        List<String> warnings,
        @Nullable String note,
        boolean picked) {

    public record Money(String unitPrice, @Nullable String priceNote, String goods, String freight, String landed) {}

    /** Whether nobody offers less, or quicker, or more. */
    public record Best(boolean unitPrice, boolean landed, boolean days, boolean clauses) {}

    /**
     * What the supplier says to the clauses.
     *
     * @param verdict what the catalogue says of the product altogether; null where it says nothing
     */
    public record Clauses(
            int confirmed,
            int deviates,
            int open,
            List<Clause> all,
            @Nullable String verdict,
            String verdictTone) {

        public int total() {
            return confirmed + deviates + open;
        }
    }

    /**
     * @param catalogue what the catalogue says of the product; null where it says nothing
     */
    public record Clause(
            String text,
            String reply,
            String tone,
            String said,
            @Nullable String catalogue,
            String catalogueTone) {}
}
