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

    /** nDCG@10 on the tuning set and on the one held back: a little under what was measured last. Only ever raise them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EXACT|0|0",
            })
    void everyKindIsAnsweredAsWellAsBefore(QueryKind kind, double tuning, double heldBack) {
        assertThat(ndcg(RelevanceSet.TUNING, kind)).isGreaterThanOrEqualTo(tuning);
        assertThat(ndcg(RelevanceSet.HELD_BACK, kind)).isGreaterThanOrEqualTo(heldBack);
    }

    private double ndcg(RelevanceSet set, QueryKind kind) {
        return Objects.requireNonNull(evaluations.get(set)).of(kind).ndcg();
    }
}
