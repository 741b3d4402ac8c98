package org.xiangpei.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * When a product is recognised (互认有效期): from its first day to its last, without the interruptions. Whoever asks whether a product is
 * a candidate on a day asks this; queries in SQL ask the function {@code is_listed} over the same view.
 */
public record Listing(Validity validity, List<Interruption> interruptions) {

    public Listing {
        interruptions = List.copyOf(interruptions);
    }

    /** Of what nobody has interrupted. */
    public static Listing of(Validity validity) {
        return new Listing(validity, List.of());
    }

    /** Whether it is a candidate on that day. */
    public boolean on(LocalDate day) {
        return validity.on(day) && (interruptions.isEmpty() || interruption(day).isEmpty());
    }

    /** What interrupts it on that day; a revocation outweighs a suspension. */
    public Optional<Interruption> interruption(LocalDate day) {
        return interruptions.stream()
                .filter(it -> it.on(day))
                .max((one, other) -> Boolean.compare(
                        one.kind() == Interruption.Kind.REVOKED, other.kind() == Interruption.Kind.REVOKED));
    }

    public RecognitionStatus status(LocalDate day) {
        return interruption(day)
                .filter(it -> !validity.endsBefore(day) || it.kind() == Interruption.Kind.REVOKED)
                .map(it -> switch (it.kind()) {
                    case SUSPENDED -> RecognitionStatus.SUSPENDED;
                    case REVOKED -> RecognitionStatus.REVOKED;
                    case LAPSED -> RecognitionStatus.EXPIRED;
                })
                .orElseGet(() -> RecognitionStatus.on(day, validity));
    }
}
