package org.xiangpei.catalog.web;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.ProductProfile;
import org.xiangpei.shared.Provenance;

/** A product in brief, for lists, comparisons and candidates. */
public record ProductCard(
        String code,
        String name,
        @Nullable String model,
        String categoryCode,
        String category,
        String chain,
        String firmCode,
        String firm,
        String places,
        @Nullable String description,
        String price,
        String leadTime,
        String capacity,
        boolean sample,
        ValidityView validity) {

    public static ProductCard of(ProductProfile profile, LocalDate day) {
        var product = profile.product();
        return new ProductCard(
                profile.code(),
                product.name(),
                product.model(),
                profile.category().code(),
                profile.category().details().name(),
                profile.category().details().chain(),
                profile.firm().code(),
                profile.firm().details().name(),
                TradeTerms.places(profile.firm().details()),
                product.description(),
                TradeTerms.price(product),
                TradeTerms.leadTime(product),
                TradeTerms.capacity(product),
                product.provenance() == Provenance.ILLUSTRATIVE,
                ValidityView.of(profile.listing(), day));
    }
}
