package org.xiangpei.matching.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.xiangpei.matching.report.ReportContent.Considered;
import org.xiangpei.matching.report.ReportContent.Line;
import org.xiangpei.shared.Labels;

/** Says in what a line reads otherwise than before. */
final class LineDifference {

    private static final int NAMED = 5;

    private LineDifference() {}

    static String of(Line then, Line now) {
        var found = new ArrayList<String>();
        if (!then.clauses().equals(now.clauses())
                || !then.name().equals(now.name())
                || !Objects.equals(then.quantity(), now.quantity())) {
            found.add("要求有变");
        }
        if (then.coverage() != now.coverage()) {
            found.add("结论 " + coverage(then) + " → " + coverage(now));
        }
        Map<String, Considered> after = byProduct(now);
        Map<String, Considered> before = byProduct(then);
        add(found, "不再考虑 ", codes(before, it -> !after.containsKey(it.product())));
        add(found, "新考虑 ", codes(after, it -> !before.containsKey(it.product())));
        add(found, "判断或参数有变 ", codes(before, it -> {
            Considered other = after.get(it.product());
            return other != null && !other.equals(it);
        }));
        return found.isEmpty() ? "其他内容有变" : String.join("；", found);
    }

    private static String coverage(Line line) {
        return line.coverage() == null ? "无法匹配" : Labels.of(line.coverage());
    }

    private static Map<String, Considered> byProduct(Line line) {
        return line.considered().stream().collect(Collectors.toMap(Considered::product, it -> it));
    }

    private static List<String> codes(Map<String, Considered> of, Predicate<Considered> which) {
        return of.values().stream()
                .filter(which)
                .map(Considered::product)
                .sorted()
                .toList();
    }

    private static void add(List<String> found, String what, List<String> codes) {
        if (!codes.isEmpty()) {
            String more = codes.size() > NAMED ? " 等 " + codes.size() + " 个" : "";
            found.add(what + codes.stream().limit(NAMED).collect(Collectors.joining("、")) + more);
        }
    }
}
