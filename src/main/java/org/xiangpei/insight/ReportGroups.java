package org.xiangpei.insight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.xiangpei.insight.LocalSourcingReport.Group;
import org.xiangpei.insight.LocalSourcingReport.Numbers;
import org.xiangpei.ledger.Dimension;
import org.xiangpei.ledger.Grouped;
import org.xiangpei.ledger.PurchaseSums;
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
            LocalSourcingQuery query, Grouped<PurchaseSums> spent, Grouped<CoverageSums> asked, Sight sight) {
        Dimension dimension = query.groupBy();
        if (dimension == null) {
            return List.of();
        }
        var groups = new ArrayList<>(byKey(spent, asked).values());
        if (!dimension.isTime()) {
            groups.sort(Comparator.comparing(Joined::amount).reversed().thenComparing(Joined::key));
        }
        return groups.stream().map(it -> group(query, dimension, it, sight)).toList();
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

    private static Group group(LocalSourcingQuery query, Dimension dimension, Joined joined, Sight sight) {
        return new Group(
                joined.key(),
                dimension.label(joined.key(), joined.name()),
                Numbers.of(joined.spent(), joined.asked(), sight.hides(query.buyerOf(joined.key()))));
    }
}
