package org.xiangpei.sourcing;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Embeddable;

import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.OrganizationKind;

/**
 * On what terms quotations are asked for.
 *
 * @param text what else suppliers should know
 * @param deliverTo GB/T 2260 code of the place of delivery
 * @param questionsUntil questions are taken before this moment
 * @param deadline quotations are taken before this moment, by the clock of the server
 * @param openers how many officers it takes to open the quotations, 1 to {@value #MOST_OPENERS}
 * @param secondApproval whether another officer must approve the award
 * @param validDays how many days after the deadline a quotation must hold
 */
@Embeddable
public record Terms(
        String title,
        @Nullable String text,
        @Nullable String deliverTo,
        @Nullable LocalDate neededBy,
        Instant questionsUntil,
        Instant deadline,
        int openers,
        boolean secondApproval,
        Weights weights,
        int validDays) {

    public static final int MOST_OPENERS = 3;
    public static final int USUAL_VALID_DAYS = 60;

    public Terms {
        title = Typed.orEmpty(title);
        text = Typed.orNull(text);
        deliverTo = Typed.orNull(deliverTo);
    }

    /** Public money is opened by two. */
    public static int usualOpeners(OrganizationKind of) {
        return of == OrganizationKind.PUBLIC_BUYER ? 2 : 1;
    }

    Terms until(Instant later) {
        return new Terms(
                title, text, deliverTo, neededBy, questionsUntil, later, openers, secondApproval, weights, validDays);
    }
}
