package org.xiangpei.search.relevance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.xiangpei.search.lucene.SampleIndex;

import static org.assertj.core.api.Assertions.assertThat;

/** The search does not get worse. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RelevanceTest {

    private final Map<RelevanceSet, Evaluation> evaluations = new EnumMap<>(RelevanceSet.class);

    @BeforeAll
    void evaluate(@TempDir Path directory) throws IOException {
        try (var index = new SampleIndex(directory)) {
            for (RelevanceSet set : RelevanceSet.values()) {
                evaluations.put(set, Evaluation.of(index.search(), set.read()));
            }
        }
    }

    /**
     * On the tuning set and on the one held back: nDCG@10, for nonsense the share that finds nothing, a little under what was measured
     * last. Only ever raise them.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EXACT|0.97|0.96",
                "SLANG|0.97|0.96",
                "ABBREVIATION|0.93|0.88",
                "MODEL|0.96|0.91",
                "TYPO|0.94|0.92",
                "PINYIN|0.96|0.98",
                "TRADITIONAL|0.98|0.98",
                "PURPOSE|0.86|0.83",
                "FIRM|0.98|0.98",
                "CITY|0.97|0.96",
                "SPECIFICATION|0.98|0.96",
                "NOISE|0.98|0.95",
                "SHORT|0.94|0.98",
                "LONG|0.98|0.95",
                "NONSENSE|0.99|0.99",
            })
    void everyKindIsAnsweredAsWellAsBefore(QueryKind kind, double tuning, double heldBack) {
        assertThat(measured(RelevanceSet.TUNING, kind)).isGreaterThanOrEqualTo(tuning);
        assertThat(measured(RelevanceSet.HELD_BACK, kind)).isGreaterThanOrEqualTo(heldBack);
    }

    private double measured(RelevanceSet set, QueryKind kind) {
        Figures figures = evaluation(set).of(kind);
        return kind == QueryKind.NONSENSE ? figures.nothing() : figures.ndcg();
    }

    private Evaluation evaluation(RelevanceSet set) {
        return Objects.requireNonNull(evaluations.get(set));
    }
}
