package org.xiangpei.search.relevance;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The figures as Markdown. */
public final class RelevanceReport {

    private RelevanceReport() {}

    /** One row for each kind, the two sets side by side. */
    public static String byKind(Evaluation tuning, Evaluation heldBack) {
        var table = new StringBuilder("""
                | kind | tuning: queries | nDCG@10 | recall@20 | MRR | held back: queries | nDCG@10 | recall@20 | MRR |
                |---|--:|--:|--:|--:|--:|--:|--:|--:|
                """);
        for (QueryKind kind : QueryKind.values()) {
            Function<Figures, String> cells =
                    kind == QueryKind.NONSENSE ? RelevanceReport::nothing : RelevanceReport::cells;
            table.append(row(kind.code(), cells.apply(tuning.of(kind)), cells.apply(heldBack.of(kind))));
        }
        return table.append(row("**all but nonsense**", cells(tuning.total()), cells(heldBack.total())))
                .toString();
    }

    /** One row for each way to search. */
    public static String ablation(Map<String, Map<RelevanceSet, Evaluation>> runs) {
        var table = new StringBuilder("""
                | components | nDCG@10 tuning | nDCG@10 held back | nonsense that finds nothing, tuning | held back |
                |---|--:|--:|--:|--:|
                """);
        runs.forEach((name, sets) -> table.append(
                row(name, cells(sets, evaluation -> evaluation.total().ndcg()), cells(sets, evaluation -> evaluation
                        .of(QueryKind.NONSENSE)
                        .nothing()))));
        return table.toString();
    }

    /** What was found and what was missed, each product with its grade and name. */
    public static String worst(Evaluation evaluation, int count, Map<String, String> names) {
        return evaluation.worst(count).stream().map(it -> details(it, names)).collect(Collectors.joining("\n"));
    }

    private static String details(Outcome outcome, Map<String, String> names) {
        JudgedQuery judged = outcome.judged();
        var lines = new StringBuilder(
                "%s  %s  nDCG@10 %s%n".formatted(judged.kind().code(), judged.query(), number(outcome.ndcg())));
        outcome.found().stream().limit(10).forEach(code -> lines.append(line("found ", judged, code, names)));
        var missed = new LinkedHashMap<String, Integer>();
        judged.askedFor().forEach(code -> missed.put(code, 2));
        judged.close().forEach(code -> missed.put(code, 1));
        missed.keySet().removeAll(outcome.found());
        missed.keySet().forEach(code -> lines.append(line("missed", judged, code, names)));
        return lines.toString();
    }

    private static String line(String what, JudgedQuery judged, String code, Map<String, String> names) {
        return "    %s %d  %s %s%n".formatted(what, judged.grade(code), code, names.getOrDefault(code, ""));
    }

    private static String cells(Figures figures) {
        return cells(
                String.valueOf(figures.queries()),
                number(figures.ndcg()),
                number(figures.recall()),
                number(figures.reciprocalRank()));
    }

    private static String nothing(Figures figures) {
        return cells(String.valueOf(figures.queries()), "nothing found: " + number(figures.nothing()), "–", "–");
    }

    private static String cells(Map<RelevanceSet, Evaluation> sets, Function<Evaluation, Double> figure) {
        return sets.values().stream().map(figure).map(RelevanceReport::number).collect(Collectors.joining(" | "));
    }

    private static String cells(String... cells) {
        return String.join(" | ", cells);
    }

    private static String row(String... cells) {
        return "| " + cells(cells) + " |\n";
    }

    private static String number(double figure) {
        return String.format(Locale.ROOT, "%.3f", figure);
    }
}
