package org.xiangpei.requirement.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.xiangpei.requirement.Criterion;
import org.xiangpei.requirement.Operator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Precision and recall of lines and of criteria on texts of our own. A line is right when quantity, unit and category are and the names
 * contain one another; a criterion when it is said of the right line.
 */
class LabelledTextsTest {

    private static final Set<Operator> LEFT_OUT = Set.of(Operator.CONFORMS_TO, Operator.HOLDS);

    private final Score lines = new Score();
    private final Score criteria = new Score();
    private final List<String> misses = new ArrayList<>();
    private boolean leavesOutFields;

    @Test
    void whatIsTuned() {
        LabelledText.own().forEach(this::score);
        report("tuning");
        assertAtLeast(0.98, 0.98);
    }

    @Test
    void whatStrangersWroteAndIsTuned() {
        strangers(true);
        report("strangers, tuned on");
        assertAtLeast(0.96, 0.97);
    }

    @Test
    void whatStrangersWroteAndIsHeldBack() {
        strangers(false);
        report("strangers, held back");
        assertAtLeast(0.69, 0.48);
    }

    /** Their labels leave out standards and certificates. */
    private void strangers(boolean odd) {
        leavesOutFields = true;
        LabelledText.ofStrangers(odd).forEach(this::score);
    }

    private void report(String set) {
        System.out.printf("Intake, %s: lines %s; criteria %s%n", set, lines, criteria);
        misses.forEach(miss -> System.out.println("  " + miss));
    }

    private void assertAtLeast(double precision, double recall) {
        assertThat(List.of(lines, criteria)).allSatisfy(score -> {
            assertThat(score.precision()).isGreaterThanOrEqualTo(precision);
            assertThat(score.recall()).isGreaterThanOrEqualTo(recall);
        });
    }

    private void score(LabelledText text) {
        List<ReadLine> read =
                new ArrayList<>(TextReader.read(text.text(), SampleWords.ALL).lines());
        int found = read.size();
        int right = 0;
        for (LabelledText.Line expected : text.lines()) {
            Optional<ReadLine> same =
                    read.stream().filter(line -> isSame(expected, line)).findFirst();
            same.ifPresent(read::remove);
            right += same.isPresent() ? 1 : 0;
            criteria(text, expected, same);
        }
        read.forEach(line -> {
            criteria.add(0, labelled(line).size(), 0);
            misses.add("%s: no such line: %s %s %s %s"
                    .formatted(text.name(), line.name(), line.quantity(), line.unit(), line.category()));
        });
        lines.add(text.lines().size(), found, right);
    }

    private void criteria(LabelledText text, LabelledText.Line expected, Optional<ReadLine> line) {
        if (line.isEmpty()) {
            misses.add("%s: line not found: %s".formatted(text.name(), expected.name()));
        }
        Set<String> found =
                Asked.of(expected.category(), line.map(this::labelled).orElse(List.of()));
        Set<String> right = new HashSet<>(found);
        right.retainAll(expected.criteria());
        criteria.add(expected.criteria().size(), found.size(), right.size());
        differences(text, expected, found);
    }

    private List<Criterion> labelled(ReadLine line) {
        return line.criteria().stream()
                .map(ReadCriterion::criterion)
                .filter(it -> !leavesOutFields || !LEFT_OUT.contains(it.operator()))
                .toList();
    }

    private void differences(LabelledText text, LabelledText.Line expected, Set<String> found) {
        expected.criteria().stream()
                .filter(criterion -> !found.contains(criterion))
                .forEach(criterion ->
                        misses.add("%s: %s: missed: %s".formatted(text.name(), expected.name(), criterion)));
        found.stream()
                .filter(criterion -> !expected.criteria().contains(criterion))
                .forEach(criterion ->
                        misses.add("%s: %s: wrong: %s".formatted(text.name(), expected.name(), criterion)));
    }

    private static boolean isSame(LabelledText.Line expected, ReadLine line) {
        boolean amount = expected.quantity() == null
                ? line.quantity() == null
                : line.quantity() != null && expected.quantity().compareTo(line.quantity()) == 0;
        String name = new Written(line.name()).text();
        return amount
                && expected.unit().equals(Objects.requireNonNullElse(line.unit(), ""))
                && Objects.equals(expected.category(), line.category())
                && (name.contains(expected.name()) || expected.name().contains(name));
    }
}
