package org.xiangpei.search.relevance;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
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
    void evaluate(@TempDir Path directory) throws IOException, SQLException {
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
                "EXACT|0.91|0.94",
                "SLANG|0.96|0.94",
                "ABBREVIATION|0.81|0.81",
                "MODEL|0.84|0.86",
                "TYPO|0.80|0.69",
                "PINYIN|0.11|0.07",
                "TRADITIONAL|0.99|0.99",
                "PURPOSE|0.75|0.73",
                "FIRM|0.99|0.99",
                "CITY|0.83|0.84",
                "SPECIFICATION|0.68|0.66",
                "NOISE|0.99|0.88",
                "SHORT|0.95|0.99",
                "LONG|0.72|0.81",
                "NONSENSE|0.95|0.99",
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
