package org.xiangpei.recognition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Specification;

/**
 * A statement as values, as the catalogue keeps them. What is not stated is null, and a specification that is not known is not in the map.
 *
 * @param grounds the Chinese names, as in the catalogue
 */
public record StatedProduct(
        String category,
        String name,
        @Nullable String model,
        String description,
        Map<String, Specification.Details> specifications,
        List<String> standards,
        List<Paper> certificates,
        @Nullable BigDecimal monthlyCapacity,
        @Nullable String capacityUnit,
        @Nullable Integer leadTimeDays,
        @Nullable BigDecimal minOrderQuantity,
        @Nullable BigDecimal priceLow,
        @Nullable BigDecimal priceHigh,
        @Nullable String priceUnit,
        @Nullable String homeList,
        List<String> grounds) {

    /** A certificate of the product. */
    public record Paper(
            String type,
            String number,
            String issuer,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil) {}
}
