package org.xiangpei.search.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.xiangpei.search.Facet;
import org.xiangpei.search.ListingStatus;
import org.xiangpei.search.SearchQuery;
import org.xiangpei.search.SearchResult;
import org.xiangpei.search.SearchResult.FoundBy;
import org.xiangpei.search.SearchResult.Hit;
import org.xiangpei.search.SearchSort;

import static org.assertj.core.api.Assertions.assertThat;

/** What meaning adds to words, and what it may not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MeaningSearchTest {

    private SampleIndex index;

    @BeforeAll
    void index(@TempDir Path directory) {
        index = new SampleIndex(directory);
    }

    @AfterAll
    void close() throws IOException {
        index.close();
    }

    private SearchResult ask(String text, Map<Facet, Set<String>> selected) {
        return index.search()
                .search(new SearchQuery(
                        text, selected, ListingStatus.VALID, LocalDate.of(2026, 11, 22), SearchSort.RELEVANCE, 1, 20));
    }

    @Test
    void aNeedIsAnsweredWithoutTheProductsName() {
        assertThat(ask("自行车道铺的砖", Map.of()).hits().items()).first().satisfies(hit -> {
            assertThat(hit.productCode()).isIn("P160", "P161", "P163", "P164");
            assertThat(hit.foundBy()).containsExactly(FoundBy.MEANING);
        });
        assertThat(ask("下雨停车场老积水", Map.of()).hits().items())
                .extracting(Hit::productCode)
                .contains("P161", "P163", "P164");
    }

    /** Few products have all the words: others of their kind follow, and nothing of another kind. */
    @Test
    void whatHasAllTheWordsStaysFirstAndOnlyItsKindFollows() {
        List<Hit> hits = ask("低噪声 变压器", Map.of()).hits().items();
        assertThat(hits).first().extracting(Hit::productCode).isEqualTo("P089");
        assertThat(hits).hasSizeGreaterThan(1);
        assertThat(hits).extracting(Hit::productCode).isSubsetOf("P088", "P089", "P090", "P091", "P092", "P093");
        assertThat(hits.subList(1, hits.size()))
                .allSatisfy(hit -> assertThat(hit.foundBy()).containsExactly(FoundBy.MEANING));
    }

    @Test
    void facetsCountWhatMeaningAddedAndNarrowIt() {
        SearchResult all = ask("低噪声 变压器", Map.of());
        for (SearchResult.FacetCount city : all.facets().getOrDefault(Facet.CITY, List.of())) {
            SearchResult narrowed = ask("低噪声 变压器", Map.of(Facet.CITY, Set.of(city.value())));
            assertThat(narrowed.hits().total()).as(city.value()).isEqualTo(city.count());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"披萨外卖", "手机壳", "婚纱摄影", "xqzjwkv", "😀😀", "？！…", "\u0000\u0007", "\ud83d"})
    void whatMeansNothingHereFindsNothing(String text) {
        assertThat(ask(text, Map.of()).hits().total()).isZero();
    }

    /** A question in codes has no meaning, and is answered by its words alone. */
    @Test
    void aModelNumberIsNoSentence() {
        assertThat(ask("yjv22 8.7/15", Map.of()).hits().items())
                .isNotEmpty()
                .allSatisfy(hit -> assertThat(hit.foundBy()).containsExactly(FoundBy.WORDS));
    }
}
