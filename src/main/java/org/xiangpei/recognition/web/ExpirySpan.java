package org.xiangpei.recognition.web;

import java.time.LocalDate;
import java.util.Optional;

import org.xiangpei.recognition.LifeTerms;

/**
 * Whose last day is asked for.
 *
 * @param code in addresses: {@code ended}, a number of days, or nothing for all
 */
record ExpirySpan(String code, LocalDate from, LocalDate to) {

    static final String ENDED = "ended";

    /** Anything else than a number of days of the terms, or {@code ended}, is all. */
    static ExpirySpan of(String asked, LifeTerms terms, LocalDate today, int before) {
        LocalDate earliest = today.minusDays(terms.renewalCloses());
        if (asked.equals(ENDED)) {
            return new ExpirySpan(ENDED, earliest, today.minusDays(1));
        }
        Optional<Integer> days = terms.expiring().stream()
                .filter(it -> String.valueOf(it).equals(asked))
                .findFirst();
        return days.map(it -> new ExpirySpan(asked, today, today.plusDays(it)))
                .orElseGet(() -> new ExpirySpan("", earliest, today.plusDays(before)));
    }
}
