package org.xiangpei.search;

import org.xiangpei.shared.Coded;

/** Which products a search sees by the validity of their listing. */
public enum ListingStatus implements Coded {
    VALID,
    EXPIRED,
    ALL
}
