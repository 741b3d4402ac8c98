package org.xiangpei.ledger;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.City;

/** Whose and what facts a figure is about (统计范围); null does not narrow. */
public record Scope(
        @Nullable String buyer,
        @Nullable City buyerCity,
        @Nullable String category,
        @Nullable String chain,
        @Nullable KindOfBuyer buyerKind) {

    public static final Scope REGION = new Scope(null, null, null, null);

    /** Of buyers of every kind. */
    public Scope(@Nullable String buyer, @Nullable City buyerCity, @Nullable String category, @Nullable String chain) {
        this(buyer, buyerCity, category, chain, null);
    }

    public Scope ofCity(City city) {
        return new Scope(buyer, city, category, chain, buyerKind);
    }

    public Scope ofChain(@Nullable String other) {
        return new Scope(buyer, buyerCity, category, other, buyerKind);
    }

    /** The part that a group of a dimension is of; a group of time is of all of it. */
    public Scope of(Dimension dimension, String key) {
        return switch (dimension) {
            case BUYER -> new Scope(key, buyerCity, category, chain, buyerKind);
            case BUYER_CITY -> ofCity(City.of(key).orElseThrow());
            case CATEGORY -> new Scope(buyer, buyerCity, key, chain, buyerKind);
            case CHAIN -> ofChain(key);
            case BUYER_KIND -> new Scope(buyer, buyerCity, category, chain, KindOfBuyer.ofKey(key));
            case MONTH, QUARTER, YEAR -> this;
        };
    }

    /** The key of the kind of buyers; null where it does not narrow. */
    @Nullable
    String kindKey() {
        return buyerKind == null ? null : buyerKind.key();
    }
}
