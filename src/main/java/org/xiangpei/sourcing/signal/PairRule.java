package org.xiangpei.sourcing.signal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.xiangpei.sourcing.signal.OpenedInquiry.Line;
import org.xiangpei.sourcing.signal.OpenedInquiry.Price;
import org.xiangpei.sourcing.signal.OpenedInquiry.Supplier;
import org.xiangpei.sourcing.signal.SignalCase.Row;

/** Holds every two suppliers that quoted the same line against each other. Out of the inquiries in which the two could be compared. */
abstract class PairRule implements SignalRule {

    /** Whether the two prices of a line can be compared at all. */
    abstract boolean isComparable(Price one, Price other);

    /** The line as evidence, where the two prices are a case. */
    abstract Optional<Row> judge(Line line, Price one, Price other);

    @Override
    public List<Finding> look(OpenedInquiry inquiry) {
        Map<Signal.Subject, List<Row>> pairs = new TreeMap<>(Comparator.comparing(Signal.Subject::key));
        inquiry.lines().forEach(line -> look(line, pairs));
        return pairs.entrySet().stream()
                .map(it -> new Finding(it.getKey(), found(inquiry, it.getValue())))
                .toList();
    }

    private static Optional<SignalCase> found(OpenedInquiry inquiry, List<Row> rows) {
        return rows.isEmpty() ? Optional.empty() : Optional.of(new SignalCase(inquiry, rows));
    }

    private void look(Line line, Map<Signal.Subject, List<Row>> pairs) {
        List<Price> prices = line.prices();
        for (int i = 0; i < prices.size(); i++) {
            for (int j = i + 1; j < prices.size(); j++) {
                look(line, prices.get(i), prices.get(j), pairs);
            }
        }
    }

    private void look(Line line, Price one, Price other, Map<Signal.Subject, List<Row>> pairs) {
        if (!one.supplier().key().equals(other.supplier().key()) && isComparable(one, other)) {
            List<Row> rows = pairs.computeIfAbsent(pair(one.supplier(), other.supplier()), any -> new ArrayList<>());
            judge(line, one, other).ifPresent(rows::add);
        }
    }

    /** The same two are one pair, whoever is named first. */
    private static Signal.Subject pair(Supplier one, Supplier other) {
        boolean inOrder = one.key().compareTo(other.key()) < 0;
        Supplier first = inOrder ? one : other;
        Supplier second = inOrder ? other : one;
        return new Signal.Subject(first.key() + "\n" + second.key(), first.name() + "、" + second.name());
    }
}
