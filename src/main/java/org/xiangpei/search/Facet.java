package org.xiangpei.search;

import org.xiangpei.shared.Coded;

/** What results can be narrowed by. {@code CITY} is where the firm produces, or where it is registered when that is not stated. */
public enum Facet implements Coded {
    CITY,
    CATEGORY,
    CHAIN,
    CERTIFICATE,
    PROVENANCE
}
