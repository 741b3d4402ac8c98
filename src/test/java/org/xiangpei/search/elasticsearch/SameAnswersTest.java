package org.xiangpei.search.elasticsearch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
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
import org.xiangpei.search.relevance.RelevanceSet;

/** Who changes the engine gets the same answers: what is found is the same, and its order differs in small things. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SameAnswersTest {

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
        System.out.println("OWN " + own.total() + " SHARED " + shared.total());
        int first = 0;
        int set = 0;
        int same = 0;
        for (int i = 0; i < own.outcomes().size(); i++) {
            List<String> one = own.outcomes().get(i).found();
            List<String> other = shared.outcomes().get(i).found();
            if (one.stream().limit(1).toList().equals(other.stream().limit(1).toList())) first++;
            if (one.equals(other)) same++;
            if (Set.copyOf(one).equals(Set.copyOf(other))) set++;
            else
                System.out.println("DIFF " + own.outcomes().get(i).judged().kind() + " "
                        + own.outcomes().get(i).judged().query() + " " + one + " " + other);
        }
        System.out.println("ALL " + own.outcomes().size() + " first " + first + " same " + same + " set " + set);
    }
}
