package org.xiangpei.insight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.xiangpei.insight.LocalSourcingReport.Group;
import org.xiangpei.insight.LocalSourcingReport.Numbers;
import org.xiangpei.ledger.Dimension;
import org.xiangpei.ledger.Grouped;
import org.xiangpei.ledger.PurchaseSums;
import org.xiangpei.ledger.Scope;
import org.xiangpei.shared.Money;

/** Joins the groups of purchases and of requirement lines by their keys: a group may have facts of one kind only. */
final class ReportGroups {

    private record Joined(String key, String name, PurchaseSums spent, CoverageSums asked) {

        Money amount() {
            return spent.amounts().all();
        }
    }

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
        var groups = new ArrayList<>(byKey(spent, asked).values());
        if (!dimension.isTime()) {
            groups.sort(Comparator.comparing(Joined::amount).reversed().thenComparing(Joined::key));
        }
        return groups.stream().map(it -> group(scope, dimension, it, sight)).toList();
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

    private static Group group(Scope scope, Dimension dimension, Joined joined, Sight sight) {
        return new Group(
                joined.key(),
                dimension.label(joined.key(), joined.name()),
                Numbers.of(joined.spent(), joined.asked(), sight.hides(buyerOf(scope, dimension, joined.key()))));
    }

    /** The buyer whose deals alone a group is about; null when it is about several. */
    private static @Nullable String buyerOf(Scope scope, Dimension dimension, String key) {
        return dimension == Dimension.BUYER ? key : scope.buyer();
    }
}
