package org.xiangpei.requirement;

import java.math.BigDecimal;
import java.time.LocalDate;

import jakarta.persistence.Embeddable;

import org.jspecify.annotations.Nullable;

/**
 * What a requirement says of all its lines together.
 *
 * @param note what else firms should know
 * @param deliverTo GB/T 2260 code of the place of delivery
 * @param budget CNY, tax included; private to the buyer
 */
@Embeddable
public record Head(
        String title,
        @Nullable String note,
        @Nullable String deliverTo,
        @Nullable LocalDate neededBy,
        @Nullable BigDecimal budget) {

    public Head {
        title = Given.orEmpty(title);
        note = Given.orNull(note);
        deliverTo = Given.orNull(deliverTo);
        budget = Amount.orNull(budget);
    }

    public static Head of(String title) {
        return new Head(title, null, null, null, null);
    }
}
