package org.xiangpei.insight.gap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.xiangpei.matching.Answered;
import org.xiangpei.matching.answer.Place;
import org.xiangpei.matching.outlook.Near;
import org.xiangpei.matching.outlook.Opportunities;
import org.xiangpei.matching.outlook.Opportunity;

/** Who comes near the lines of a gap, and what is missing. Plain rules, no input and no output. */
final class Nearest {

    private static final Comparator<NearProduct> MOST_FIRST = Comparator.<NearProduct>comparingInt(it -> -it.lines())
            .thenComparingInt(it -> it.changes().size())
            .thenComparing(NearProduct::product);

    /** An unmet line with the products that come near it. */
    record Line(
            String code,
            String name,
            String categoryName,
            List<Answered.Missed> missed,
            List<Answered.Supplier> possible) {}

    private Nearest() {}

    /** Each product once: where it only has to be asked so, else by the changes that would do for most lines. */
    static List<NearProduct> of(Collection<Line> lines) {
        Map<String, NearProduct> found = new TreeMap<>();
        upgrades(lines).forEach(it -> found.putIfAbsent(it.product(), it));
        asked(lines).forEach(it -> found.merge(it.product(), it, Nearest::better));
        return found.values().stream().sorted(MOST_FIRST).toList();
    }

    private static NearProduct better(NearProduct one, NearProduct other) {
        return MOST_FIRST.compare(one, other) <= 0 ? one : other;
    }

    private static List<NearProduct> asked(Collection<Line> lines) {
        Map<String, List<Answered.Supplier>> byProduct = new TreeMap<>();
        lines.forEach(line -> line.possible().forEach(it -> byProduct
                .computeIfAbsent(it.product(), product -> new ArrayList<>())
                .add(it)));
        return byProduct.values().stream()
                .map(it -> new NearProduct(
                        it.getFirst().product(),
                        it.getFirst().productName(),
                        it.getFirst().firm(),
                        it.getFirst().firmName(),
                        it.size(),
                        it.size(),
                        List.of()))
                .toList();
    }

    private static List<NearProduct> upgrades(Collection<Line> lines) {
        Map<String, Answered.Missed> makers = new HashMap<>();
        List<Near> near = new ArrayList<>();
        for (Line line : lines) {
            for (Answered.Missed missed : line.missed()) {
                makers.put(missed.product(), missed);
                near.add(new Near(new Place(line.code(), 0), line.name(), "", null, "", line.categoryName(), missed));
            }
        }
        return Opportunities.of(near).stream()
                .map(it -> upgrade(it, Objects.requireNonNull(makers.get(it.product()))))
                .toList();
    }

    private static NearProduct upgrade(Opportunity of, Answered.Missed maker) {
        return new NearProduct(
                of.product(),
                of.productName(),
                maker.firm(),
                maker.firmName(),
                of.best().lines(),
                of.best().unknown(),
                of.best().changes());
    }
}
