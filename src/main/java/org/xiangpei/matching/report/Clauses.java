package org.xiangpei.matching.report;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.xiangpei.matching.report.ReportContent.Clause;
import org.xiangpei.requirement.Criterion;
import org.xiangpei.shared.Labels;
import org.xiangpei.shared.units.Units;

/** How a clause reads where no product was judged by it. */
final class Clauses {

    private Clauses() {}

    static Clause plain(Criterion criterion) {
        String value = Stream.of(
                        List.of(Objects.requireNonNullElse(criterion.value(), "")),
                        criterion.valueMax() == null ? List.<String>of() : List.of("～" + criterion.valueMax()),
                        List.of(String.join(" / ", criterion.values())),
                        criterion.unit() == null ? List.<String>of() : List.of(" " + Units.display(criterion.unit())))
                .flatMap(List::stream)
                .collect(Collectors.joining());
        String label = criterion.property() == null
                ? Labels.of("clause", criterion.operator().code())
                : criterion.property();
        return new Clause(label, Labels.of(criterion.operator()) + " " + value, criterion.mandatory());
    }
}
