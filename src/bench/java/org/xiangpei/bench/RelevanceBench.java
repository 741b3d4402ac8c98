package org.xiangpei.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.xiangpei.search.CatalogSearch;
import org.xiangpei.search.lucene.Component;
import org.xiangpei.search.lucene.SampleIndex;
import org.xiangpei.search.relevance.Evaluation;
import org.xiangpei.search.relevance.ListedProducts;
import org.xiangpei.search.relevance.RelevanceReport;
import org.xiangpei.search.relevance.RelevanceSet;

/**
 * How good the search is: figures by kind of query, what each component is worth, and on demand ({@code relevance.worst}) the queries
 * answered worst. Those are of the tuning set alone: who has seen a query cannot be surprised by it.
 */
final class RelevanceBench {

    private RelevanceBench() {}

    static void run() throws IOException {
        try (var index = new SampleIndex(Files.createTempDirectory("relevance"))) {
            Map<String, Map<RelevanceSet, Evaluation>> runs = new LinkedHashMap<>();
            Map<RelevanceSet, Evaluation> all = evaluate(index.search());
            runs.put("all", all);
            for (Component component : Component.values()) {
                var others = EnumSet.complementOf(EnumSet.of(component));
                runs.put("without " + label(component), evaluate(index.search(others)));
            }
            print(RelevanceReport.byKind(of(all, RelevanceSet.TUNING), of(all, RelevanceSet.HELD_BACK)));
            print(RelevanceReport.ablation(runs));
            print(RelevanceReport.worst(
                    of(all, RelevanceSet.TUNING),
                    Integer.getInteger("relevance.worst", 0),
                    ListedProducts.read().names()));
        }
    }

    private static Map<RelevanceSet, Evaluation> evaluate(CatalogSearch search) {
        var evaluations = new EnumMap<RelevanceSet, Evaluation>(RelevanceSet.class);
        for (RelevanceSet set : RelevanceSet.values()) {
            evaluations.put(set, Evaluation.of(search, set.read()));
        }
        return evaluations;
    }

    private static Evaluation of(Map<RelevanceSet, Evaluation> evaluations, RelevanceSet set) {
        return Objects.requireNonNull(evaluations.get(set));
    }

    private static String label(Component component) {
        return component.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static void print(String text) {
        System.out.println(text);
    }
}
