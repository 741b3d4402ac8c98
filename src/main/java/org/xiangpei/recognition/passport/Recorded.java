package org.xiangpei.recognition.passport;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import org.xiangpei.catalog.RecognitionStatus;
import org.xiangpei.shared.City;

/**
 * What is on record of the recognition of a product on a day.
 *
 * @param batch its number; empty when it is in none
 * @param accepted the day on which each city accepted; empty for batch one, the catalogue that was loaded, of which no single verdicts are kept
 * @param interruptedUntil the last day of a suspension; empty when nothing is suspended
 * @param revokedOn from when on it is revoked; empty when it is not
 */
public record Recorded(
        Optional<Integer> batch,
        Map<City, LocalDate> accepted,
        RecognitionStatus status,
        Optional<LocalDate> interruptedUntil,
        Optional<LocalDate> revokedOn) {}
