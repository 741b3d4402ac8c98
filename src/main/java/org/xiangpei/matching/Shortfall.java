package org.xiangpei.matching;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.xiangpei.requirement.Clause;
import org.xiangpei.requirement.Criterion;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

/**
 * The answer for a line with what keeps it from being met.
 *
 * @param deciding the mandatory clauses that most of the nearest products fail, or, where something is possible, do not state; none for a
 *     line that is met, and for one that nobody's product was judged for. The nearest are those with the fewest failed clauses and, among
 *     these, the fewest that are not stated
 */
public record Shortfall(Answered answered, List<Clause> deciding) {

    private record Missing(List<Integer> failed, List<Integer> unknown) {
        List<Integer> deciding() {
            return failed.isEmpty() ? unknown : failed;
        }
    }

    private static final Comparator<Missing> NEAREST = Comparator.<Missing>comparingInt(
                    it -> it.failed().size())
            .thenComparingInt(it -> it.unknown().size());

    public Shortfall {
        deciding = List.copyOf(deciding);
    }

    static Shortfall of(JudgedLine line) {
        Answered answered = Answered.of(line);
        return new Shortfall(answered, answered.coverage() == Coverage.QUALIFIED ? List.of() : deciding(line));
    }

    private static List<Clause> deciding(JudgedLine line) {
        List<Missing> missing =
                line.judged().stream().map(it -> missing(line, it)).toList();
        Missing nearest = missing.stream().min(NEAREST).orElse(new Missing(List.of(), List.of()));
        Map<String, List<List<Integer>>> sets = missing.stream()
                .filter(it -> NEAREST.compare(it, nearest) == 0)
                .map(Missing::deciding)
                .collect(groupingBy(it -> name(line, it), TreeMap::new, toList()));
        // Of several that are as frequent the first by name: the same question has the same answer.
        return sets.values().stream()
                .reduce((one, other) -> other.size() > one.size() ? other : one)
                .map(List::getFirst)
                .orElse(List.of())
                .stream()
                .map(line.checked().clauses()::get)
                .toList();
    }

    private static Missing missing(JudgedLine line, Judged judged) {
        return new Missing(places(line, judged, ClauseResult.FAIL), places(line, judged, ClauseResult.UNKNOWN));
    }

    private static List<Integer> places(JudgedLine line, Judged judged, ClauseResult result) {
        return IntStream.range(0, judged.findings().size())
                .filter(place -> line.checked().clauses().get(place).criterion().mandatory()
                        && judged.findings().get(place).result() == result)
                .boxed()
                .toList();
    }

    private static String name(JudgedLine line, List<Integer> places) {
        return places.stream()
                .map(place -> line.checked().clauses().get(place).criterion())
                .map(Shortfall::name)
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static String name(Criterion criterion) {
        return Objects.requireNonNullElse(criterion.property(), "") + " " + criterion.operator() + " "
                + criterion.value();
    }
}
