package org.xiangpei.shared;

/** What a buyer is: a manufacturer buying parts, or a body that spends public money. */
public enum BuyerKind implements Coded {
    MANUFACTURER,
    PUBLIC_BODY
}
