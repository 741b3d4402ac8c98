package org.xiangpei.recognition;

import java.time.LocalDate;
import java.util.List;

/**
 * The terms of what becomes of a recognition afterwards.
 *
 * @param expiring so many days before the last day people are told that it ends, the earliest first
 * @param renewalOpens from so many days before the last day it can be renewed
 * @param renewalCloses until so many days after the last day; later it is filed anew
 * @param light how long bureaus have for a filing that changes nothing essential
 * @param hearing working days that a firm has to state its case before its recognition is revoked
 * @param certificate so many days before a certificate ends people are told
 */
public record LifeTerms(
        List<Integer> expiring, int renewalOpens, int renewalCloses, Terms light, int hearing, int certificate) {

    public LifeTerms {
        expiring =
                expiring.stream().distinct().sorted((one, other) -> other - one).toList();
    }

    /** From so many days before the last day a recognition is said to expire. */
    public int longestNotice() {
        return expiring.getFirst();
    }

    /** Whether what is recognised until that day can be renewed. */
    public boolean isRenewable(LocalDate until, LocalDate today) {
        return !today.isBefore(until.minusDays(renewalOpens)) && !today.isAfter(until.plusDays(renewalCloses));
    }

    /** The last day on which a firm can state its case. */
    public LocalDate heardUntil(LocalDate opened) {
        return light.calendar().after(opened, hearing);
    }
}
