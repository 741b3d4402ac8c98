package org.xiangpei.search.lucene;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

import org.xiangpei.search.lucene.OpenDictionary.Open;

/**
 * Our queries of words in the query language of Elasticsearch: the same trees, whose leaves ask the {@link Layer}s. Only what {@link
 * TextQuery} builds is known here.
 */
final class QueryDsl {

    /** Where the facets are: a keyword each. */
    static final String FACET = "facet.";

    /** More than words ever score, and little enough that scores of four bytes tell one step from the next. */
    private static final int ABOVE_WORDS = 1_000_000;

    private QueryDsl() {}

    static Map<String, Object> of(Query query) {
        return switch (query) {
            case KeptQuery kept -> of(kept.query());
            case TermQuery term -> term(term.getTerm());
            case MultiPhraseQuery phrase -> LayeredPhrase.of(phrase).dsl();
            case BoostQuery boosted -> boosted(boosted);
            case ConstantScoreQuery constant -> Map.of("constant_score", Map.of("filter", of(constant.getQuery())));
            case DisjunctionMaxQuery most ->
                Map.of(
                        "dis_max",
                        Map.of(
                                "queries",
                                most.getDisjuncts().stream().map(QueryDsl::of).toList(),
                                "tie_breaker",
                                most.getTieBreakerMultiplier()));
            case BooleanQuery some -> some(some);
            case MatchAllDocsQuery all -> Map.of("match_all", Map.of());
            case MatchNoDocsQuery none -> none();
            default -> throw new IllegalArgumentException("Not a query of words: " + query);
        };
    }

    /**
     * The words, and some products whose order is known already: these come before all others, which keep the order of the words.
     *
     * @param known codes of products, equally good ones together, the best last
     */
    static Map<String, Object> withKnown(Map<String, Object> words, List<List<String>> known) {
        var ways = new ArrayList<Map<String, Object>>();
        ways.add(words);
        for (int i = 0; i < known.size(); i++) {
            ways.add(Map.of(
                    "constant_score",
                    Map.of(
                            "filter",
                            Map.of("terms", Map.of(EntryDocument.CODE, known.get(i))),
                            "boost",
                            ABOVE_WORDS + i)));
        }
        return Map.of("dis_max", Map.of("queries", ways, "tie_breaker", 0));
    }

    static Map<String, Object> none() {
        return Map.of("match_none", Map.of());
    }

    static Map<String, Object> boosted(Map<String, Object> query, float weight) {
        return Map.of("bool", Map.of("must", query, "boost", weight));
    }

    private static Map<String, Object> boosted(BoostQuery query) {
        return boosted(of(query.getQuery()), query.getBoost());
    }

    /** Without any clause Lucene finds nothing, and Elasticsearch all. */
    private static Map<String, Object> some(BooleanQuery query) {
        if (query.clauses().isEmpty()) {
            return none();
        }
        var clauses = new LinkedHashMap<String, List<Object>>();
        for (BooleanClause clause : query.clauses()) {
            clauses.computeIfAbsent(occur(clause.occur()), occur -> new ArrayList<>())
                    .add(of(clause.query()));
        }
        var bool = new LinkedHashMap<String, Object>(clauses);
        if (query.getMinimumNumberShouldMatch() > 0) {
            bool.put("minimum_should_match", query.getMinimumNumberShouldMatch());
        }
        return Map.of("bool", bool);
    }

    private static String occur(BooleanClause.Occur occur) {
        return switch (occur) {
            case MUST -> "must";
            case SHOULD -> "should";
            case FILTER -> "filter";
            case MUST_NOT -> "must_not";
        };
    }

    private static Map<String, Object> term(Term term) {
        if (term.field().equals(FacetsConfig.DEFAULT_INDEX_FIELD_NAME)) {
            String[] path = FacetsConfig.stringToPath(term.text());
            return exact(FACET + path[0], path[1]);
        }
        boolean open = Open.of(term.text()).kind() != Open.Kind.EXACT;
        return open || LayeredPhrase.isLayered(term.field())
                ? new LayeredPhrase(term.field(), List.of(new Phrase.Slot(term.text(), 0))).dsl()
                : exact(term.field(), term.text());
    }

    static Map<String, Object> exact(String field, String value) {
        return Map.of("term", Map.of(field, value));
    }
}
