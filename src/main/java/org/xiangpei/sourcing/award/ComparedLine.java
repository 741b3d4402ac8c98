package org.xiangpei.sourcing.award;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A line with the offers for it, the best by the stated criteria first. */
public record ComparedLine(Asked asked, List<Scored> offers) {

    public ComparedLine {
        offers = List.copyOf(offers);
    }

    public Optional<Scored> find(long quotation) {
        return offers.stream().filter(it -> it.quotation() == quotation).findFirst();
    }

    /** Whether nobody who still stands by the offer on that day has a better rank. */
    public boolean isBest(Scored offer, LocalDate day) {
        return offers.stream()
                .noneMatch(it -> it.rank() < offer.rank() && !it.offer().isExpired(day));
    }

    /** The one that is best by the stated criteria and still stands; empty where several are. */
    public Optional<Scored> onlyBest(LocalDate day) {
        List<Scored> best = offers.stream()
                .filter(it -> !it.offer().isExpired(day) && isBest(it, day))
                .toList();
        return best.size() == 1 ? Optional.of(best.getFirst()) : Optional.empty();
    }
}
