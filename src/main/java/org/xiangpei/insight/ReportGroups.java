package org.xiangpei.insight;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.xiangpei.insight.LocalSourcingReport.Group;
import org.xiangpei.insight.LocalSourcingReport.Numbers;
import org.xiangpei.ledger.Dimension;
import org.xiangpei.ledger.Grouped;
import org.xiangpei.ledger.PurchaseSums;
import org.xiangpei.ledger.Scope;
import org.xiangpei.shared.Rate;

/** Joins the groups of purchases and of requirement lines by their keys: a group may have facts of one kind only. */
final class ReportGroups {

    /** The most money first, what is hidden last. */
    private static final Comparator<Group> BY_AMOUNT = Comparator.<Group, BigDecimal>comparing(it ->
                    it.numbers().awardValue().rate().map(Rate::denominator).orElse(BigDecimal.ONE.negate()))
            .reversed()
            .thenComparing(Group::key);

    private record Joined(String key, String name, PurchaseSums spent, CoverageSums asked) {}

    private ReportGroups() {}

    static List<Group> join(
            @Nullable Dimension dimension,
            Scope scope,
            Grouped<PurchaseSums> spent,
            Grouped<CoverageSums> asked,
            Sight sight) {
        if (dimension == null) {
            return List.of();
        }
        List<Joined> joined = List.copyOf(byKey(spent, asked).values());
        Predicate<Joined> reads = it -> sight.reads(buyerOf(scope, dimension, it.key()));
        Set<Integer> spentHidden =
                hidden(joined, reads, it -> it.spent().lines().all());
        Set<Integer> askedHidden = hidden(joined, reads, it -> it.asked().lines());
        Stream<Group> groups = IntStream.range(0, joined.size())
                .mapToObj(it -> group(dimension, joined.get(it), spentHidden.contains(it), askedHidden.contains(it)));
        return dimension.isTime() ? groups.toList() : groups.sorted(BY_AMOUNT).toList();
    }

    /** Those that the viewer reads tell nothing of the others, as they can be subtracted from the sum. */
    private static Set<Integer> hidden(List<Joined> groups, Predicate<Joined> reads, ToLongFunction<Joined> records) {
        return FewRecords.hidden(groups, it -> reads.test(it) ? 0 : records.applyAsLong(it));
    }

    private static Map<String, Joined> byKey(Grouped<PurchaseSums> spent, Grouped<CoverageSums> asked) {
        var joined = new TreeMap<String, Joined>();
        spent.groups()
                .forEach(it -> joined.put(it.key(), new Joined(it.key(), it.name(), it.sums(), CoverageSums.NONE)));
        asked.groups()
                .forEach(it -> joined.merge(
                        it.key(),
                        new Joined(it.key(), it.name(), PurchaseSums.NONE, it.sums()),
                        (both, line) -> new Joined(both.key(), both.name(), both.spent(), line.asked())));
        return joined;
    }

    private static Group group(Dimension dimension, Joined joined, boolean spentHidden, boolean askedHidden) {
        return new Group(
                joined.key(),
                dimension.label(joined.key(), joined.name()),
                Numbers.of(joined.spent(), spentHidden, joined.asked(), askedHidden));
    }

    /** The buyer whose deals alone a group is about; null when it is about several. */
    private static @Nullable String buyerOf(Scope scope, Dimension dimension, String key) {
        return dimension == Dimension.BUYER ? key : scope.buyer();
    }
}
