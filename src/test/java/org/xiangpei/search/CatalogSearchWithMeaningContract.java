package org.xiangpei.search;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.xiangpei.search.SearchResult.FacetCount;
import org.xiangpei.search.SearchResult.FoundBy;
import org.xiangpei.search.SearchResult.Hit;

import static org.assertj.core.api.Assertions.assertThat;

/** With meaning everything that a search by words promises still holds, but for what is added where the words find little. */
public abstract class CatalogSearchWithMeaningContract extends CatalogSearchContract {

    /** A need told without the name of what meets it → a product that meets it, on the first places. */
    @ParameterizedTest
    @CsvSource({
        "下雨停车场老积水, P162",
        "墙面刷漆没味道, P175",
        "抽污水的泵, P209",
        "存电的柜子, P116",
        "医院手术床要进的电梯, P133",
        "罐头杀菌的锅, P253",
        "罐頭殺菌的鍋, P253",
    })
    void aNeedIsUnderstoodWithoutTheName(String need, String product) {
        SearchResult result = search().search(query(need, ListingStatus.ALL, Map.of()));
        assertThat(codes(result).stream().limit(3)).contains(product);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "今天天气怎么样", "红烧肉怎么做", "周杰伦新专辑", "如何追女朋友", "公积金提取流程", "三国演义", "口红", "幼儿园招生", "哈哈哈哈哈哈", "披萨外卖", "手机壳",
                "婚纱摄影"
            })
    void whatIsNotInTheCatalogueIsNotFoundByMeaningEither(String nonsense) {
        assertThat(ask(nonsense).hits().items()).isEmpty();
        assertThat(ask(nonsense).hits().total()).isZero();
    }

    @Test
    void whatTheMeaningAddsComesAfterWhatHasAllTheWords() {
        List<Hit> hits = ask("浅基坑电梯").hits().items();
        assertThat(hits.subList(0, 2)).extracting(Hit::productCode).containsExactly("P001", "P131");
        assertThat(hits.subList(0, 2)).allMatch(hit -> hit.foundBy().contains(FoundBy.WORDS));
        assertThat(hits.subList(2, hits.size())).isNotEmpty().allSatisfy(hit -> {
            assertThat(hit.foundBy()).containsExactly(FoundBy.MEANING);
            assertThat(nameOf(hit.productCode())).contains("梯");
        });
    }

    @Test
    void aProductWithoutTheWordsIsNotMarked() {
        Hit byMeaning = ask("存电的柜子").hits().items().getFirst();
        assertThat(byMeaning.foundBy()).containsExactly(FoundBy.MEANING);
        assertThat(byMeaning.highlights()).isEmpty();
    }

    @Test
    void nothingIsAddedWhereTheWordsFindEnough() {
        assertThat(ask("电缆").hits().items()).allMatch(hit -> hit.foundBy().contains(FoundBy.WORDS));
    }

    /** What the meaning adds is counted, and narrowed, like what the words find. */
    @ParameterizedTest
    @ValueSource(strings = {"存电的柜子", "切削不锈钢的刀", "大楼制冷的主机", "浅基坑电梯"})
    void theCountsFitTheHits(String question) {
        SearchResult plain = ask(question);
        assertThat(plain.hits().items()).hasSize((int) plain.hits().total());
        assertThat(counts(plain, Facet.CATEGORY)).isEqualTo(plain.hits().total());
        assertThat(counts(plain, Facet.PROVENANCE)).isEqualTo(plain.hits().total());
        for (FacetCount category : plain.facets().getOrDefault(Facet.CATEGORY, List.of())) {
            SearchResult narrowed = ask(question, Map.of(Facet.CATEGORY, Set.of(category.value())));
            assertThat(narrowed.hits().total()).as(category.value()).isEqualTo(category.count());
            assertThat(codes(plain)).containsAll(codes(narrowed));
        }
    }

    @Test
    void anExpiredProductIsNotFoundByMeaning() {
        SearchResult all = search().search(query("存电的柜子", ListingStatus.ALL, Map.of()));
        SearchResult valid = search().search(query("存电的柜子", ListingStatus.VALID, Map.of()));
        SearchResult expired = search().search(query("存电的柜子", ListingStatus.EXPIRED, Map.of()));
        assertThat(codes(valid)).doesNotContainAnyElementsOf(codes(expired));
        assertThat(codes(all)).isNotEmpty();
    }

    @Test
    void aNeedIsAnsweredOnTheFirstScreen() {
        assertThat(ask("自行车道铺的砖").hits().items()).first().satisfies(hit -> {
            assertThat(hit.productCode()).isIn("P160", "P161", "P163", "P164");
            assertThat(hit.foundBy()).containsExactly(FoundBy.MEANING);
        });
        assertThat(codes(ask("下雨停车场老积水")).stream().limit(20)).contains("P161", "P163", "P164");
    }

    /** Few products have all the words: others of their kind follow, and nothing of another kind. */
    @Test
    void whatHasAllTheWordsStaysFirstAndOnlyItsKindFollows() {
        List<Hit> hits = ask("低噪声 变压器").hits().items();
        assertThat(hits).first().extracting(Hit::productCode).isEqualTo("P089");
        assertThat(hits).hasSizeGreaterThan(1);
        assertThat(hits).extracting(Hit::productCode).isSubsetOf("P088", "P089", "P090", "P091", "P092", "P093");
        assertThat(hits.subList(1, hits.size()))
                .allSatisfy(hit -> assertThat(hit.foundBy()).containsExactly(FoundBy.MEANING));
    }

    @Test
    void citiesCountWhatMeaningAddedAndNarrowIt() {
        for (FacetCount city : ask("低噪声 变压器").facets().getOrDefault(Facet.CITY, List.of())) {
            SearchResult narrowed = ask("低噪声 变压器", Map.of(Facet.CITY, Set.of(city.value())));
            assertThat(narrowed.hits().total()).as(city.value()).isEqualTo(city.count());
        }
    }

    /** A question in codes has no meaning, and is answered by its words alone. */
    @Test
    void aModelNumberIsNoSentence() {
        assertThat(ask("yjv22 8.7/15").hits().items()).isNotEmpty().allSatisfy(hit -> assertThat(hit.foundBy())
                .containsExactly(FoundBy.WORDS));
    }

    // What follows differs from a search by words alone.

    @Override
    @Test
    void allWordsAreAskedForFirst() {
        SearchResult result = ask("低噪声 变压器");
        assertThat(result.relaxed()).isFalse();
        assertThat(result.hits().items().getFirst().productCode()).isEqualTo("P089");
    }

    @Override
    @Test
    void aWordThatOccursNowhereDoesNotHideTheOthers() {
        SearchResult relaxed = ask("电梯 qwertz");
        assertThat(relaxed.relaxed()).isTrue();
        assertThat(codes(relaxed)).containsAll(codes(ask("电梯")));
    }

    @Override
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GB/T 12706|P078 P079 P080 P082",
                "013.40.1120|P018 P019 P020",
                "HSGK|P009 P010 P011",
            })
    void nothingElseIsFound(String question, String expected) {
        assertThat(codes(ask(question))).containsExactlyInAnyOrder(expected.split(" "));
    }

    /** An escalator (扶梯) is not in the catalogue; a lift is what comes next. */
    @Override
    @ParameterizedTest
    @ValueSource(strings = {"xqzjwkv", "qwerty asdfgh", "😀😀", "？！…", "\u0000\u0007", "\ud83d"})
    void whatMeansNothingHereFindsNothing(String question) {
        SearchResult result = ask(question);
        assertThat(result.hits().total()).isZero();
        assertThat(result.relaxed()).isFalse();
        assertThat(result.didYouMean()).isNull();
    }

    private SearchResult ask(String text) {
        return ask(text, Map.of());
    }

    private SearchResult ask(String text, Map<Facet, Set<String>> selected) {
        return search().search(query(text, ListingStatus.VALID, selected));
    }

    private static SearchQuery query(String text, ListingStatus status, Map<Facet, Set<String>> selected) {
        return new SearchQuery(text, selected, status, TODAY, SearchSort.RELEVANCE, 1, 100);
    }

    private static List<String> codes(SearchResult result) {
        return result.hits().items().stream().map(Hit::productCode).toList();
    }

    private static long counts(SearchResult result, Facet facet) {
        return result.facets().getOrDefault(facet, List.of()).stream()
                .mapToLong(FacetCount::count)
                .sum();
    }
}
