package org.xiangpei.requirement.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.xiangpei.requirement.Criterion;
import org.xiangpei.requirement.Operator;
import org.xiangpei.requirement.PropertyTerm;
import org.xiangpei.shared.units.Units;

/** Points out mandatory clauses on one property that no value can meet together (≥ 10 and ≤ 5). */
final class Contradictions {

    private record End(BigDecimal value, ReadCriterion said) {}

    private Contradictions() {}

    static List<NotUnderstood> in(List<ReadCriterion> criteria, CategoryWords words, Written written) {
        Map<String, End> lowest = new HashMap<>();
        Map<String, End> highest = new HashMap<>();
        List<NotUnderstood> found = new ArrayList<>();
        for (ReadCriterion said : criteria) {
            Criterion criterion = said.criterion();
            String unit = words.terms().stream()
                    .filter(term -> term.code().equals(criterion.property()))
                    .findFirst()
                    .map(PropertyTerm::unit)
                    .orElse(null);
            if (unit != null && criterion.mandatory() && criterion.property() != null) {
                String property = criterion.property();
                BigDecimal low = low(criterion, unit);
                BigDecimal high = high(criterion, unit);
                if (low != null) {
                    lowest.merge(
                            property,
                            new End(low, said),
                            (one, other) -> one.value().compareTo(other.value()) >= 0 ? one : other);
                }
                if (high != null) {
                    highest.merge(
                            property,
                            new End(high, said),
                            (one, other) -> one.value().compareTo(other.value()) <= 0 ? one : other);
                }
            }
        }
        lowest.forEach((property, low) -> {
            End high = highest.get(property);
            if (high != null
                    && Units.compare(low.value(), high.value()) > 0
                    && !areAlternatives(low.said(), high.said())) {
                found.add(pointedOut(low.said(), high.said(), written));
            }
        });
        return found;
    }

    /** 380V/220V are two voltages of one thing. */
    private static boolean areAlternatives(ReadCriterion one, ReadCriterion other) {
        return one.criterion().operator() == Operator.EQUALS
                && other.criterion().operator() == Operator.EQUALS;
    }

    private static NotUnderstood pointedOut(ReadCriterion one, ReadCriterion other, Written written) {
        ReadCriterion first = one.source().start() <= other.source().start() ? one : other;
        ReadCriterion second = Objects.equals(first, one) ? other : one;
        int end = Math.max(first.source().end(), second.source().end());
        Source source = end - first.source().start() <= ClauseReader.LONGEST_SEGMENT
                ? written.source(first.source().start(), end)
                : second.source();
        return new NotUnderstood(
                source,
                "与“%s”自相矛盾，没有产品能同时满足"
                        .formatted(
                                source.equals(second.source())
                                        ? first.source().text()
                                        : second.source().text()));
    }

    private static @Nullable BigDecimal low(Criterion criterion, String unit) {
        return switch (criterion.operator()) {
            case AT_LEAST, BETWEEN, EQUALS -> in(criterion.value(), criterion.unit(), unit);
            default -> null;
        };
    }

    private static @Nullable BigDecimal high(Criterion criterion, String unit) {
        return switch (criterion.operator()) {
            case AT_MOST, EQUALS -> in(criterion.value(), criterion.unit(), unit);
            case BETWEEN -> in(criterion.valueMax(), criterion.unit(), unit);
            default -> null;
        };
    }

    private static @Nullable BigDecimal in(@Nullable String value, @Nullable String given, String unit) {
        if (value == null) {
            return null;
        }
        BigDecimal number = new BigDecimal(value);
        return given == null ? number : Units.convert(number, given, unit);
    }
}
