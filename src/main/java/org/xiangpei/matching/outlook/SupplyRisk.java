package org.xiangpei.matching.outlook;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.matching.Answered.Supplier;
import org.xiangpei.matching.Verdict;
import org.xiangpei.matching.answer.Place;
import org.xiangpei.shared.Coded;

/**
 * A line that is asked for now and may soon have no qualified product, or has none any more (供应风险).
 *
 * @param products those that qualify, or the ones that did
 * @param suppliers how many firms make them
 */
public record SupplyRisk(
        Place place,
        String title,
        String lineName,
        @Nullable LocalDate neededBy,
        Kind kind,
        List<Ending> products,
        int suppliers) {

    /** How long before a product ends its buyers are warned where they have not said when they need the goods. */
    static final int DAYS = 90;

    /** The most urgent first. */
    public enum Kind implements Coded {
        /** Nothing qualifies any more: the last product was suspended, revoked, has expired or has changed. */
        LOST,

        /** All that qualifies ends before the day on which the goods are needed. */
        BEFORE_NEEDED,

        /** All that qualifies ends within 90 days. */
        SOON
    }

    /**
     * A product and its last day.
     *
     * @param certificate whose last day that is; null for the listing
     */
    public record Ending(
            String product,
            String productName,
            String firm,
            String firmName,
            @Nullable LocalDate until,
            @Nullable String certificate) {

        static Ending of(Supplier it) {
            return new Ending(it.product(), it.productName(), it.firm(), it.firmName(), it.until(), it.certificate());
        }
    }

    /** Empty where some product that qualifies lasts long enough, or none qualifies now. */
    static Optional<SupplyRisk> of(
            Place place,
            String title,
            String lineName,
            @Nullable LocalDate neededBy,
            List<Supplier> suppliers,
            LocalDate today) {
        List<Supplier> qualified = suppliers.stream()
                .filter(it -> it.verdict() == Verdict.QUALIFIED)
                .toList();
        if (qualified.isEmpty() || qualified.stream().anyMatch(it -> !endsTooSoon(it, neededBy, today))) {
            return Optional.empty();
        }
        boolean early = neededBy != null && qualified.stream().allMatch(it -> endsBefore(it, neededBy));
        return Optional.of(new SupplyRisk(
                place,
                title,
                lineName,
                neededBy,
                early ? Kind.BEFORE_NEEDED : Kind.SOON,
                qualified.stream().map(Ending::of).toList(),
                (int) qualified.stream().map(Supplier::firm).distinct().count()));
    }

    private static boolean endsTooSoon(Supplier it, @Nullable LocalDate neededBy, LocalDate today) {
        return endsBefore(it, today.plusDays(DAYS + 1)) || (neededBy != null && endsBefore(it, neededBy));
    }

    private static boolean endsBefore(Supplier it, LocalDate day) {
        return it.until() != null && it.until().isBefore(day);
    }
}
