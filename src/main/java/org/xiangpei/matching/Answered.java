package org.xiangpei.matching;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Validity;
import org.xiangpei.requirement.Clause;

/**
 * The answer for one line without its wording, small enough to be kept for every line of a bill: how well it is covered, by whom, until
 * when, and what those who almost fit would have to change.
 *
 * @param nearMisses how many products fail a mandatory clause, listed in {@code missed} or not
 * @param suppliers products of which no mandatory clause fails, in their order
 * @param missed products that would fit after one change, or after two
 */
public record Answered(
        Coverage coverage, int qualified, int possible, int nearMisses, List<Supplier> suppliers, List<Missed> missed) {

    /** A line that says nothing is answered by the whole catalogue; nobody chooses from more. */
    static final int MOST_SUPPLIERS = 200;

    static final int MOST_MISSED = 100;
    private static final int MOST_CHANGES = 2;

    /**
     * A product that fits, or may.
     *
     * @param unknown how many mandatory clauses are not stated
     * @param until the last day on which it fits without doubt: of its listing, or of a certificate that the line asks for; null for none
     * @param certificate whose last day that is; null for the listing
     */
    public record Supplier(
            String product,
            String productName,
            String firm,
            String firmName,
            Verdict verdict,
            int unknown,
            @Nullable LocalDate until,
            @Nullable String certificate) {}

    /**
     * A product that fits but for a little.
     *
     * @param unknown how many mandatory clauses are not stated: it would have to be asked about them as well
     * @param changes all that it would have to change
     */
    public record Missed(
            String product, String productName, String firm, String firmName, int unknown, List<Improvement> changes) {}

    public Answered {
        suppliers = List.copyOf(suppliers);
        missed = List.copyOf(missed);
    }

    static Answered of(JudgedLine line) {
        return new Answered(
                line.coverage(),
                count(line, Verdict.QUALIFIED),
                count(line, Verdict.POSSIBLE),
                count(line, Verdict.NEAR_MISS),
                line.judged().stream()
                        .filter(it -> it.verdict() != Verdict.NEAR_MISS)
                        .limit(MOST_SUPPLIERS)
                        .map(it -> supplier(line, it))
                        .toList(),
                // Without a category everything resembles a little: nobody is told to change a product for that.
                line.judged().stream()
                        .filter(it -> it.verdict() == Verdict.NEAR_MISS
                                && line.checked().line().category() != null)
                        .flatMap(it -> missed(line, it))
                        .limit(MOST_MISSED)
                        .toList());
    }

    private static int count(JudgedLine line, Verdict verdict) {
        return (int)
                line.judged().stream().filter(it -> it.verdict() == verdict).count();
    }

    private static Supplier supplier(JudgedLine line, Judged judged) {
        ProductFacts facts = judged.facts();
        Ending ending = Stream.concat(
                        Stream.of(new Ending(facts.product().validity(), null)),
                        mandatory(line, judged, ClauseResult.PASS)
                                .flatMap(finding -> finding.basis() instanceof Basis.Certified held
                                        ? Stream.of(new Ending(
                                                held.certificate().validity(),
                                                held.certificate().type().text()))
                                        : Stream.of()))
                .min(Comparator.comparing(
                        it -> it.validity().until(), Comparator.nullsLast(Comparator.<LocalDate>naturalOrder())))
                .orElseThrow();
        return new Supplier(
                facts.code(),
                facts.product().name(),
                facts.product().firmCode(),
                facts.firm().name(),
                judged.verdict(),
                unknown(line, judged),
                ending.validity().until(),
                ending.validity().until() == null ? null : ending.certificate());
    }

    private record Ending(Validity validity, @Nullable String certificate) {}

    private static Stream<Missed> missed(JudgedLine line, Judged judged) {
        List<Integer> failed = failed(line, judged);
        if (failed.size() > MOST_CHANGES) {
            return Stream.of();
        }
        List<List<Improvement>> changes = failed.stream()
                .map(place ->
                        Improvements.of(clause(line, place), judged.findings().get(place), judged.facts()))
                .toList();
        List<Improvement> all =
                changes.stream().flatMap(List::stream).distinct().toList();
        if (changes.stream().anyMatch(List::isEmpty) || all.size() > MOST_CHANGES) {
            return Stream.of();
        }
        ProductFacts facts = judged.facts();
        return Stream.of(new Missed(
                facts.code(),
                facts.product().name(),
                facts.product().firmCode(),
                facts.firm().name(),
                unknown(line, judged),
                all));
    }

    private static List<Integer> failed(JudgedLine line, Judged judged) {
        return IntStream.range(0, judged.findings().size())
                .filter(place -> clause(line, place).criterion().mandatory()
                        && judged.findings().get(place).result() == ClauseResult.FAIL)
                .boxed()
                .toList();
    }

    private static int unknown(JudgedLine line, Judged judged) {
        return (int) mandatory(line, judged, ClauseResult.UNKNOWN).count();
    }

    private static Stream<Finding> mandatory(JudgedLine line, Judged judged, ClauseResult result) {
        return IntStream.range(0, judged.findings().size())
                .filter(place -> clause(line, place).criterion().mandatory())
                .mapToObj(place -> judged.findings().get(place))
                .filter(finding -> finding.result() == result);
    }

    private static Clause clause(JudgedLine line, int place) {
        return Objects.requireNonNull(line.checked().clauses().get(place));
    }
}
