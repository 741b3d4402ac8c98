package org.xiangpei.ledger;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.City;

/** Whose and what facts a figure is about (统计范围); null does not narrow. */
public record Scope(
        @Nullable String buyer,
        @Nullable City buyerCity,
        @Nullable String category,
        @Nullable String chain) {

    public static final Scope REGION = new Scope(null, null, null, null);
}
