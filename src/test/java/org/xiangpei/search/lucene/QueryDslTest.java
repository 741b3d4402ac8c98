package org.xiangpei.search.lucene;

import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.WildcardQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.xiangpei.search.Facet;
import org.xiangpei.search.Synonyms;
import org.xiangpei.search.lucene.Phrase.Slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Our queries, said in the query language of Elasticsearch. */
class QueryDslTest {

    private static final OpenDictionary OPEN = new OpenDictionary(List::of);

    /** A phrase in our own index, term@place → what is asked of the layers. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "浅@0|{'term':{'name.parts':'浅'}}",
                "浅基@0|{'term':{'name.pairs':'浅基'}}",
                "浅基@0 基坑@1|{'match_phrase':{'name.pairs':'浅基 基坑'}}",
                "yjv@0 22@1|{'match_phrase':{'name.parts':'yjv 22'}}",
                "电缆@0 yjv@2|{'match_phrase':{'name.parts':'电 缆 yjv'}}",
                "浅@0 坑@2|{'span_near':{'clauses':[{'span_term':{'name.parts':'浅'}},{'span_gap':{'name.parts':1}},"
                        + "{'span_term':{'name.parts':'坑'}}],'in_order':true,'slop':0}}",
            })
    void phrasesOfPairsAskForPairsAndAllOthersForSingleParts(String phrase, String expected) throws Exception {
        List<Slot> slots = List.of(phrase.split(" ")).stream()
                .map(it -> new Slot(it.split("@")[0], Integer.parseInt(it.split("@")[1])))
                .toList();
        assertIs(new Phrase("name.parts", slots).in(OPEN), expected);
    }

    @Test
    void aBeginningStandsForTheTermsThatBeginSo() throws Exception {
        var last = new Slot(OPEN.startingWith("name.parts", "yj"), 0);
        assertIs(
                new Phrase("name.parts", List.of(last)).in(OPEN),
                "{'prefix':{'name.parts':{'value':'yj','rewrite':'top_terms_64'}}}");
    }

    @Test
    void aSlipIsFuzzy() throws Exception {
        var slip = new Slot(OPEN.oneSlipFrom("name.parts", "qxyl"), 0);
        assertIs(
                new Phrase("name.parts", List.of(slip, new Slot("5", 1))).in(OPEN),
                "{'span_near':{'clauses':[{'span_multi':{'match':{'fuzzy':{'name.parts':{'value':'qxyl','fuzziness':1,"
                        + "'prefix_length':1,'max_expansions':64,'rewrite':'top_terms_64'}}}}},"
                        + "{'span_term':{'name.parts':'5'}}],'in_order':true,'slop':0}}");
    }

    @Test
    void aSoundIsLookedForInEveryLayerThatMayHaveIt() throws Exception {
        String json = json(
                QueryDsl.of(new Phrase("name.sounds", List.of(new Slot("chang", 0), new Slot("sha", 1))).in(OPEN)));
        assertThat(json)
                .contains("\"span_term\":{\"name.reading1\":\"chang\"}", "\"span_term\":{\"name.reading1\":\"sha\"}")
                .contains("\"span_field_masking\":{", "\"field\":\"name.reading1\"", "\"name.reading3\":\"sha\"")
                .doesNotContain("blurred");
    }

    @Test
    void nothingToLookForFindsNothing() {
        assertThat(QueryDsl.of(new BooleanQuery.Builder().build())).isEqualTo(Map.of("match_none", Map.of()));
    }

    @Test
    void aFacetIsAskedForAsAKeyword() throws Exception {
        assertIs(ProductFilters.facet(Facet.CITY, "430100"), "{'term':{'facet.city':'430100'}}");
    }

    @Test
    void whatIsNotAQueryOfOursIsNeverSent() {
        var query = new BooleanQuery.Builder()
                .add(new WildcardQuery(new Term("name.parts", "*")), Occur.MUST)
                .build();
        assertThatThrownBy(() -> QueryDsl.of(query)).isInstanceOf(IllegalArgumentException.class);
    }

    /** All that a question can become, whatever is typed. */
    @ParameterizedTest
    @CsvSource({"浅基坑电梯 株洲 630kva", "yjv22-8.7/15kv", "dianti", "电揽", "{\"match_all\":{}}", "m24*80 ~ ? \\"})
    void everyQueryOfWordsCanBeSaid(String typed) {
        var texts = new TextQuery(OPEN, Component.ALL);
        var lexicon = new Lexicon(Synonyms.NONE, Set.of(), new QuantityReader(List.of()));
        Question question = Question.of(typed, lexicon);
        List<Query> words = question.things().stream().map(texts::word).toList();
        assertThat(QueryDsl.of(texts.all(question, words))).containsKey("bool");
        assertThat(QueryDsl.of(texts.any(question.things()))).isNotEmpty();
        question.things().forEach(word -> assertThat(QueryDsl.of(texts.near(word.text())))
                .isNotEmpty());
    }

    private static void assertIs(Query query, String expected) throws Exception {
        var mapper = new ObjectMapper();
        assertThat(mapper.readTree(json(QueryDsl.of(query)))).isEqualTo(mapper.readTree(expected.replace('\'', '"')));
    }

    private static String json(Map<String, Object> query) throws JsonProcessingException {
        return new ObjectMapper().writeValueAsString(query);
    }
}
