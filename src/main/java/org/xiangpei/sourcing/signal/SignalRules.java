package org.xiangpei.sourcing.signal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.xiangpei.sourcing.signal.SignalRule.Finding;

/**
 * All signals of a set of opened inquiries. Plain rules, no input and no output. A signal stands on at least
 * {@value Signal#FEWEST_CASES} inquiries, which are at least {@value Signal#LEAST_PERCENT} % of those that could have been cases.
 */
final class SignalRules {

    static final List<SignalRule> ALL = List.of(
            new SingleQuotation(),
            new IdenticalPrices(),
            new CloseToWinner(),
            new AllButOneExcluded(),
            new ShortPeriod());

    private static final Comparator<SignalCase> LATEST_FIRST = Comparator.comparing(
                    (SignalCase it) -> it.inquiry().opened())
            .reversed()
            .thenComparing(it -> it.inquiry().code());

    private static final Comparator<Signal> MOST_FIRST = Comparator.comparing(Signal::kind)
            .thenComparingInt(it -> -it.cases().size())
            .thenComparing(it -> it.subject().key());

    private SignalRules() {}

    /** Those that stand, by kind, and those on most cases first. */
    static List<Signal> of(Collection<OpenedInquiry> inquiries) {
        return ALL.stream()
                .flatMap(rule -> of(rule, inquiries))
                .filter(Signal::stands)
                .sorted(MOST_FIRST)
                .toList();
    }

    private static Stream<Signal> of(SignalRule rule, Collection<OpenedInquiry> inquiries) {
        Map<String, List<Finding>> bySubject = new TreeMap<>();
        inquiries.stream().flatMap(it -> rule.look(it).stream()).forEach(it -> bySubject
                .computeIfAbsent(it.subject().key(), any -> new ArrayList<>())
                .add(it));
        return bySubject.values().stream().map(findings -> counted(rule.kind(), findings));
    }

    private static Signal counted(SignalKind kind, List<Finding> findings) {
        List<SignalCase> cases = findings.stream()
                .flatMap(it -> it.found().stream())
                .sorted(LATEST_FIRST)
                .toList();
        return new Signal(kind, findings.getFirst().subject(), findings.size(), cases);
    }
}
