package org.xiangpei.sourcing.followup;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

import org.xiangpei.sourcing.followup.Said.Acceptance;
import org.xiangpei.sourcing.followup.Said.Delivery;
import org.xiangpei.sourcing.followup.Said.Rating;

/**
 * What has become of an award, by the statements that are in effect. Plain rules. Unknown is neither good nor bad (design rule 2): where the
 * buyer has stated nothing, nothing is late and nothing is on time.
 *
 * @param due the last day on which a delivery is on time
 */
public record Progress(LocalDate due, List<Said> inEffect) {

    public Progress {
        inEffect = List.copyOf(inEffect);
    }

    /** The day on which all of it was there. */
    public Optional<LocalDate> complete() {
        return deliveries()
                .filter(it -> it.extent() == Extent.WHOLE)
                .map(Delivery::on)
                .findFirst();
    }

    /** Whether all of it was there in time; empty as long as nobody knows. */
    public Optional<Boolean> onTime() {
        return complete().map(day -> !day.isAfter(due)).or(() -> lacking().map(day -> false));
    }

    /** How many days late it was, or was at least; empty where that is not known, 0 when it was on time. */
    public OptionalLong daysLate() {
        return complete()
                .or(this::lacking)
                .map(day -> OptionalLong.of(Math.max(0, ChronoUnit.DAYS.between(due, day))))
                .orElse(OptionalLong.empty());
    }

    /** Whether the last day has passed and nobody has stated what became of it. */
    public boolean isOverdue(LocalDate today) {
        return onTime().isEmpty() && today.isAfter(due);
    }

    /** Whether something has arrived. */
    public boolean hasArrived() {
        return deliveries().anyMatch(it -> it.extent() != Extent.LACKING);
    }

    public boolean isComplete() {
        return complete().isPresent();
    }

    public Optional<Acceptance> acceptance() {
        return of(Acceptance.class).findFirst();
    }

    public Optional<Rating> rating() {
        return of(Rating.class).findFirst();
    }

    /** The latest day on which something was still missing after the term: what is said of a day within the term says nothing. */
    private Optional<LocalDate> lacking() {
        return deliveries()
                .filter(it -> it.extent() == Extent.LACKING && it.on().isAfter(due))
                .map(Delivery::on)
                .max(Comparator.naturalOrder());
    }

    private Stream<Delivery> deliveries() {
        return of(Delivery.class);
    }

    private <S extends Said> Stream<S> of(Class<S> kind) {
        return inEffect.stream().filter(kind::isInstance).map(kind::cast);
    }
}
