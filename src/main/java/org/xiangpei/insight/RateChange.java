package org.xiangpei.insight;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.xiangpei.ledger.Cause;
import org.xiangpei.shared.Rate;

/**
 * One of the numbers as known on two days, and why it differs.
 *
 * @param difference after less before; null when one of them has no value or may not be shown
 * @param parts one a reason, in the order of the reasons; their points are together exactly the difference
 */
public record RateChange(
        Figure before, Figure after, @Nullable BigDecimal difference, List<Part> parts) {

    /**
     * What one reason did.
     *
     * @param records facts that changed for it, shown also when the rest is not
     * @param shown null for fewer than {@value Figure#FEWEST_RECORDS} records, or what would tell them, for who could not see those
     */
    public record Part(Cause cause, long records, @Nullable Worth shown) {

        public Optional<Worth> worth() {
            return Optional.ofNullable(shown);
        }
    }

    /**
     * @param numerator by how much it changed the numerator
     * @param points of the rate, between -1 and 1; null when one of the two has no value
     */
    public record Worth(
            BigDecimal numerator,
            BigDecimal denominator,
            @Nullable BigDecimal points) {}

    /** @param hides whether few records are kept from who asks */
    static RateChange of(Rate before, Rate after, List<Movement> unordered, boolean hides) {
        List<Movement> movements =
                unordered.stream().sorted(Comparator.comparing(Movement::cause)).toList();
        boolean defined = before.value().isPresent() && after.value().isPresent();
        List<BigDecimal> points = defined ? Attribution.worths(before, after, movements) : List.of();
        Figure was = Figure.of(before, hides && Figure.isFew(before.records()));
        Figure is = Figure.of(after, hides && Figure.isFew(after.records()));
        boolean closed = was.hidden() || is.hidden();
        List<Long> records = movements.stream().map(Movement::records).toList();
        Set<Integer> hidden = hides ? FewRecords.hidden(records) : Set.of();
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < movements.size(); i++) {
            Movement movement = movements.get(i);
            Worth worth = new Worth(movement.numerator(), movement.denominator(), defined ? points.get(i) : null);
            parts.add(new Part(movement.cause(), movement.records(), closed || hidden.contains(i) ? null : worth));
        }
        boolean few = hides && Figure.isFew(records.stream().mapToLong(it -> it).sum());
        boolean whole = defined && !closed && !few;
        return new RateChange(was, is, whole ? Attribution.difference(before, after) : null, parts);
    }
}
