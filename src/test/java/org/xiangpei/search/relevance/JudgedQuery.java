package org.xiangpei.search.relevance;

import java.util.Set;

/**
 * A query and the products that deserve to be found, judged by reading the catalogue.
 *
 * @param askedFor codes of what was asked for: grade 2; empty for nonsense alone
 * @param close codes of what one would be glad to see after those: grade 1
 */
public record JudgedQuery(QueryKind kind, String query, Set<String> askedFor, Set<String> close) {

    /** 2, 1 or 0. */
    public int grade(String productCode) {
        return askedFor.contains(productCode) ? 2 : close.contains(productCode) ? 1 : 0;
    }

    /** How many products deserve to be found. */
    int relevant() {
        return askedFor.size() + close.size();
    }
}
