package org.xiangpei.sourcing.award;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.requirement.LineEnds;
import org.xiangpei.shared.Labels;
import org.xiangpei.sourcing.award.Outcomes.Won;

/** On the page of a requirement: what became of each line. */
@ApplicationScoped
class EndsOfLines implements LineEnds {

    private final Outcomes outcomes;

    EndsOfLines(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    @Override
    @Transactional
    public Map<Integer, End> of(String requirement) {
        Map<Integer, List<Won>> won = outcomes.won(requirement);
        Map<Integer, List<LineOutcome>> others = outcomes.others(requirement);
        var lines = new HashSet<>(won.keySet());
        lines.addAll(others.keySet());
        var ends = new HashMap<Integer, End>();
        for (int line : lines) {
            List<LineOutcome> standing = others.getOrDefault(line, List.of()).stream()
                    .filter(it -> !it.isWithdrawn())
                    .toList();
            List<Won> awards = won.getOrDefault(line, List.of());
            if (!awards.isEmpty() || !standing.isEmpty()) {
                ends.put(line, end(awards, standing));
            }
        }
        return ends;
    }

    private static End end(List<Won> awards, List<LineOutcome> others) {
        var details = new ArrayList<String>();
        if (!awards.isEmpty()) {
            details.add(awards.stream()
                    .map(it -> it.supplier() + " " + plain(it.award().quantity()))
                    .collect(Collectors.joining("、")));
        }
        others.forEach(it -> details.add(detail(it, !awards.isEmpty())));
        String label = awards.isEmpty() ? Labels.of(others.getFirst().kind()) : "成交";
        return new End(label, awards.isEmpty() ? "unknown" : "pass", String.join("；", details));
    }

    private static String detail(LineOutcome it, boolean named) {
        String kind = named ? Labels.of(it.kind()) + "：" : "";
        return kind
                + it.supplier()
                        .map(supplier -> supplier
                                + it.why()
                                        .map(why -> "（" + Labels.of(why) + "）")
                                        .orElse(""))
                        .or(it::note)
                        .orElse("");
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
