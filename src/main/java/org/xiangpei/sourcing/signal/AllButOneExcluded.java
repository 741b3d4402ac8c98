package org.xiangpei.sourcing.signal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.xiangpei.sourcing.signal.OpenedInquiry.Line;
import org.xiangpei.sourcing.signal.SignalCase.Row;

/**
 * Several quoted a line, and by their own words only one of them meets every mandatory clause. Out of the inquiries with a line that several
 * quoted. What is unanswered is unknown (design rule 2) and excludes nobody. 招标投标法实施条例 article 32, 政府采购法 article 22: conditions
 * must not shut suppliers out without need.
 */
final class AllButOneExcluded implements SignalRule {

    private static final int SEVERAL = 2;

    @Override
    public SignalKind kind() {
        return SignalKind.ALL_BUT_ONE_EXCLUDED;
    }

    @Override
    public List<Finding> look(OpenedInquiry inquiry) {
        List<Line> contested = inquiry.lines().stream()
                .filter(it -> it.prices().size() >= SEVERAL)
                .toList();
        if (contested.isEmpty()) {
            return List.of();
        }
        List<Row> rows = contested.stream()
                .filter(AllButOneExcluded::leavesOne)
                .map(it -> Row.of(it, it.prices(), BigDecimal.ZERO))
                .toList();
        return List.of(Finding.ofBuyer(
                inquiry, Optional.of(new SignalCase(inquiry, rows)).filter(it -> !rows.isEmpty())));
    }

    private static boolean leavesOne(Line line) {
        return line.prices().stream().filter(it -> it.deviations() == 0).count() == 1;
    }
}
