package org.xiangpei.sourcing.followup;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.Rate;

/**
 * A firm's record (履约记录) as one viewer may see it: three measures, never one number, and nothing where nothing is known: a firm without
 * history has no record, not a good one. It informs and ranks nothing (design rule 3).
 *
 * <p>Records of others count for a viewer only when there are at least {@value #FEWEST} of them (design rule 7). It is those that are
 * counted, not all: who had four of five records would else know the fifth.
 *
 * @param onTime the share of awards that were all there by the last day of the quoted term
 * @param accepted the share of awards that were accepted at first sight
 * @param rating the mean of the ratings, from 1 to 5
 * @param disputed of the records in it, how many the firm does not agree with
 */
public record TrackRecord(
        String firm,
        Measure<Rate> onTime,
        Measure<Rate> accepted,
        Measure<Mean> rating,
        Measure<Long> disputed,
        LocalDate asOf) {

    public static final int FEWEST = 5;

    private static final int DECIMALS = 2;

    /** How much of a measure a viewer sees. */
    public enum Sight {
        /** There is nothing to see. */
        NONE,

        /** There are records, too few to be shown to this viewer. */
        HIDDEN,

        /** What this viewer could read anyway, and nothing of the few records of others. */
        OWN,

        /** All there is. */
        ALL
    }

    /**
     * One figure.
     *
     * @param value null when there is nothing to show
     * @param records behind the value
     */
    public record Measure<T>(Sight sight, @Nullable T value, long records) {

        public Optional<T> shown() {
            return Optional.ofNullable(value);
        }
    }

    /** @param value to two decimals */
    public record Mean(BigDecimal value) {}

    /** @param sees whether the viewer could read that outcome itself */
    static TrackRecord of(String firm, Collection<Outcome> outcomes, Predicate<Outcome> sees, LocalDate asOf) {
        return new TrackRecord(
                firm,
                measure(outcomes, sees, it -> it.onTime().isPresent(), TrackRecord::onTime),
                measure(outcomes, sees, it -> it.accepted().isPresent(), TrackRecord::accepted),
                measure(outcomes, sees, it -> it.rating().isPresent(), TrackRecord::mean),
                measure(outcomes, sees, Outcome::isRecord, it -> it.stream()
                        .filter(Outcome::disputed)
                        .count()),
                asOf);
    }

    /** Whether nothing is known of the firm at all. */
    public boolean isEmpty() {
        return disputed.sight() == Sight.NONE;
    }

    private static <T> Measure<T> measure(
            Collection<Outcome> outcomes,
            Predicate<Outcome> sees,
            Predicate<Outcome> counts,
            Function<List<Outcome>, T> value) {
        List<Outcome> all = outcomes.stream().filter(counts).toList();
        List<Outcome> seen = all.stream().filter(sees).toList();
        int others = all.size() - seen.size();
        if (all.isEmpty()) {
            return new Measure<>(Sight.NONE, null, 0);
        }
        if (others == 0 || others >= FEWEST) {
            return new Measure<>(Sight.ALL, value.apply(all), all.size());
        }
        return seen.isEmpty()
                ? new Measure<>(Sight.HIDDEN, null, 0)
                : new Measure<>(Sight.OWN, value.apply(seen), seen.size());
    }

    private static Rate onTime(List<Outcome> of) {
        return share(of, Outcome::onTime);
    }

    private static Rate accepted(List<Outcome> of) {
        return share(of, Outcome::accepted);
    }

    private static Rate share(List<Outcome> of, Function<Outcome, Optional<Boolean>> what) {
        long good = of.stream().filter(it -> what.apply(it).orElse(false)).count();
        return Rate.ofCounts(good, of.size(), 0);
    }

    private static Mean mean(List<Outcome> of) {
        BigDecimal sum = of.stream().flatMap(it -> it.rating().stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Mean(sum.divide(BigDecimal.valueOf(of.size()), DECIMALS, RoundingMode.HALF_UP));
    }
}
