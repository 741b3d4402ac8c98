package org.xiangpei.sourcing.followup;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.City;

/**
 * A decided award as follow-up looks at it.
 *
 * @param firm the supplier in the catalogue, when it is one
 * @param leadDays within which it was quoted, counted from the decision
 */
public record FollowedAward(
        long id,
        Place place,
        Buying buyer,
        long invitation,
        @Nullable String firm,
        String supplier,
        Goods goods,
        LocalDate decidedOn,
        int leadDays) {

    /** The line of the inquiry. */
    public record Place(String inquiry, String title, int line) {}

    public record Buying(String organization, String name, Optional<City> city) {}

    public record Goods(
            String name, BigDecimal quantity, @Nullable String unit, BigDecimal amount) {}

    public Optional<String> firmCode() {
        return Optional.ofNullable(firm);
    }

    /** The last day on which a delivery is on time. */
    public LocalDate due() {
        return decidedOn.plusDays(leadDays);
    }
}
