package org.xiangpei.matching.outlook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.xiangpei.matching.Improvement;
import org.xiangpei.matching.Improvement.Direction;
import org.xiangpei.matching.outlook.Opportunity.Line;
import org.xiangpei.matching.outlook.Opportunity.Step;

import static java.util.stream.Collectors.groupingBy;

/** Puts near misses together by what would have to change. Plain rules, no input and no output. */
public final class Opportunities {

    private static final Comparator<Opportunity> MOST_FIRST = Comparator.<Opportunity>comparingInt(
                    it -> -it.best().lines())
            .thenComparingInt(it -> it.best().changes().size())
            .thenComparing(Opportunity::product)
            .thenComparing(it -> it.best().changes().toString());

    private Opportunities() {}

    /** By product and what is to be changed, the one that meets most lines first. */
    public static List<Opportunity> of(Collection<Near> lines) {
        var disclosure = new Disclosure();
        return lines.stream()
                .collect(groupingBy(it -> it.missed().product() + "\n" + what(it), TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(Opportunities::counted)
                .sorted(MOST_FIRST)
                .map(it -> withMoney(it, lines, disclosure))
                .toList();
    }

    /** The same for changes that can be made together: same properties in the same direction, or the same other options. */
    static String what(Near near) {
        return near.missed().changes().stream()
                .map(it -> it.key() + " " + it.direction() + (it.direction() == Direction.STATE ? " " + it.to() : ""))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static Opportunity counted(List<Near> alike) {
        Near first = alike.getFirst();
        List<Step> steps = steps(alike);
        List<Improvement> farthest = steps.getLast().changes();
        return new Opportunity(
                first.missed().product(),
                first.missed().productName(),
                first.categoryName(),
                steps,
                met(alike, farthest).stream()
                        .map(it ->
                                new Line(it.line(), it.lineName(), it.missed().unknown()))
                        .toList());
    }

    /** Each change that some line asks for, where it meets more lines than a smaller one; of two changes together only the farthest. */
    private static List<Step> steps(List<Near> alike) {
        List<List<Improvement>> candidates = alike.getFirst().missed().changes().size() == 1
                ? alike.stream().map(it -> it.missed().changes()).distinct().toList()
                : List.of(farthest(alike));
        var steps = new ArrayList<Step>();
        candidates.stream()
                .map(changes -> step(alike, changes))
                .sorted(Comparator.comparing(Opportunities::distance))
                .filter(step -> step.lines() > 0)
                .forEach(step -> {
                    if (steps.isEmpty() || step.lines() > steps.getLast().lines()) {
                        steps.add(step);
                    }
                });
        return steps;
    }

    private static BigDecimal distance(Step step) {
        Improvement change = step.changes().getFirst();
        BigDecimal level = change.level() == null ? BigDecimal.ZERO : change.level();
        return change.direction() == Direction.LOWER ? level.negate() : level;
    }

    private static List<Improvement> farthest(List<Near> alike) {
        return alike.stream()
                .flatMap(it -> it.missed().changes().stream())
                .collect(groupingBy(it -> it.key() + " " + it.direction(), TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(changes -> changes.stream()
                        .max(Comparator.comparing(Opportunities::reach))
                        .orElseThrow())
                .toList();
    }

    private static BigDecimal reach(Improvement change) {
        BigDecimal level = change.level() == null ? BigDecimal.ZERO : change.level();
        return change.direction() == Direction.LOWER ? level.negate() : level;
    }

    private static Step step(List<Near> alike, List<Improvement> changes) {
        List<Near> met = met(alike, changes);
        long unknown = met.stream().filter(it -> it.missed().unknown() > 0).count();
        return new Step(changes, met.size(), (int) unknown, Optional.empty());
    }

    private static List<Near> met(List<Near> alike, List<Improvement> changes) {
        return alike.stream()
                .filter(it -> it.missed().changes().stream()
                        .allMatch(asked -> changes.stream().anyMatch(asked::isMetBy)))
                .toList();
    }

    private static Opportunity withMoney(Opportunity counted, Collection<Near> all, Disclosure disclosure) {
        var places = counted.lines().stream().collect(Collectors.toMap(Line::place, Function.identity()));
        List<Near> lines = all.stream()
                .filter(it -> it.missed().product().equals(counted.product()) && places.containsKey(it.line()))
                .toList();
        Step best = counted.best();
        var steps = new ArrayList<Step>(counted.smaller());
        steps.add(new Step(best.changes(), best.lines(), best.unknown(), disclosure.sum(lines)));
        return new Opportunity(
                counted.product(), counted.productName(), counted.categoryName(), List.copyOf(steps), counted.lines());
    }
}
