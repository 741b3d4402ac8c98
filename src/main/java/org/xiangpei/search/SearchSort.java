package org.xiangpei.search;

import org.xiangpei.shared.Coded;

/** The order of results; every order ends with the product code, so that the same question gets the same order. */
public enum SearchSort implements Coded {
    RELEVANCE,
    NAME,
    LEAD_TIME,
    PRICE,
    VALID_UNTIL
}
