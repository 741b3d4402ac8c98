package org.xiangpei.search.elasticsearch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import org.xiangpei.fixtures.Elasticsearch;
import org.xiangpei.matching.SpecificationFits;
import org.xiangpei.search.CatalogDatabase;
import org.xiangpei.search.QuestionMeaning;
import org.xiangpei.search.lucene.SampleIndex;
import org.xiangpei.search.meaning.RealModel;
import org.xiangpei.search.relevance.Evaluation;
import org.xiangpei.search.relevance.QueryKind;
import org.xiangpei.search.relevance.RelevanceSet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Who changes the engine gets the same answers: what is found is the same, and its order differs in small things. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SameAnswersIT {

    private Evaluation own;
    private Evaluation shared;

    @BeforeAll
    void ask(@TempDir Path directory) throws IOException {
        var queries = RelevanceSet.TUNING.read();
        try (var index = new SampleIndex(directory)) {
            own = Evaluation.of(index.search(), queries);
        }
        DataSource database = CatalogDatabase.create();
        RealModel.computeVectors(database);
        try (ElasticsearchIndex index =
                SharedEngine.instance(database, Elasticsearch.shared(), SharedEngine.prefix())) {
            index.awaitIndexed();
            shared =
                    Evaluation.of(index.search(new QuestionMeaning(RealModel.get()), new SpecificationFits()), queries);
        }
    }

    @Test
    void bothAnswerEquallyWell() {
        assertThat(shared.total().ndcg()).isCloseTo(own.total().ndcg(), within(0.01));
        assertThat(shared.of(QueryKind.NONSENSE).nothing())
                .isEqualTo(own.of(QueryKind.NONSENSE).nothing());
    }

    /** What means just similar enough to be added depends on the last digit of a vector, and so does what is just not. */
    @Test
    void almostEveryQuestionFindsTheSameProductsAndTheSameOneFirst() {
        assertThat(share(List::copyOf, 1)).isGreaterThan(0.96);
        assertThat(share(Set::copyOf, Integer.MAX_VALUE)).isGreaterThan(0.93);
    }

    /** The share of questions to which both give the same first products. */
    private double share(Function<List<String>, Object> view, int first) {
        int count = own.outcomes().size();
        return (double) IntStream.range(0, count)
                        .filter(i -> view.apply(first(own, i, first)).equals(view.apply(first(shared, i, first))))
                        .count()
                / count;
    }

    private static List<String> first(Evaluation evaluation, int question, int first) {
        return evaluation.outcomes().get(question).found().stream().limit(first).toList();
    }
}
