package org.xiangpei.search.lucene;

import java.time.LocalDate;

import org.apache.lucene.document.LongField;
import org.apache.lucene.document.LongRange;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermQuery;

import org.xiangpei.search.Facet;
import org.xiangpei.search.ListingStatus;
import org.xiangpei.search.SearchSort;
import org.xiangpei.search.Suggestion;

/** Which products a question is about, and in which order. Every order ends with the code. */
final class ProductFilters {

    private static final SortField CODE = new SortField(EntryDocument.CODE, SortField.Type.STRING);
    private static final SortField NAME = new SortField(EntryDocument.NAME_ORDER, SortField.Type.STRING);

    static final Sort BY_SCORE = new Sort(SortField.FIELD_SCORE, CODE);

    private ProductFilters() {}

    static Query kind(Suggestion.Kind kind) {
        return new TermQuery(new Term(EntryDocument.KIND, kind.code()));
    }

    static Query facet(Facet facet, String value) {
        return new TermQuery(
                DrillDownQuery.term(FacetsConfig.DEFAULT_INDEX_FIELD_NAME, EntryDocument.dimension(facet), value));
    }

    static Query status(ListingStatus status, LocalDate day) {
        long today = EntryDocument.day(day);
        var products = new BooleanQuery.Builder().add(kind(Suggestion.Kind.PRODUCT), Occur.FILTER);
        switch (status) {
            case VALID -> {
                products.add(LongField.newRangeQuery(EntryDocument.VALID_FROM, Long.MIN_VALUE, today), Occur.FILTER);
                products.add(LongField.newRangeQuery(EntryDocument.VALID_UNTIL, today, Long.MAX_VALUE), Occur.FILTER);
                products.add(
                        LongRange.newIntersectsQuery(EntryDocument.INTERRUPTED, new long[] {today}, new long[] {today}),
                        Occur.MUST_NOT);
            }
            case EXPIRED ->
                products.add(
                        LongField.newRangeQuery(EntryDocument.VALID_UNTIL, Long.MIN_VALUE, today - 1), Occur.FILTER);
            case ALL -> {}
        }
        return products.build();
    }

    /** Without a text nothing is relevant: then relevance means the name. What is not stated comes last. */
    static Sort sort(SearchSort sort, boolean hasText) {
        return switch (sort) {
            case RELEVANCE -> hasText ? BY_SCORE : new Sort(NAME, CODE);
            case NAME -> new Sort(NAME, CODE);
            case LEAD_TIME -> new Sort(number(EntryDocument.LEAD_TIME), CODE);
            case PRICE -> new Sort(number(EntryDocument.PRICE), CODE);
            case VALID_UNTIL ->
                new Sort(
                        LongField.newSortField(EntryDocument.VALID_UNTIL, false, SortedNumericSelector.Type.MIN), CODE);
        };
    }

    private static SortField number(String field) {
        return new SortField(field, SortField.Type.LONG, false, Long.MAX_VALUE);
    }
}
