package org.xiangpei.search;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Listing;
import org.xiangpei.shared.Provenance;

/**
 * A product as the index holds it.
 *
 * @param details standards, specifications that are words, and the groups of interchangeable parts
 * @param certificates types valid on the day of reading, of the product or of its firm
 * @param listing when it is recognised
 * @param specifications what it states of the properties of its category
 * @param sentence what it means
 */
public record IndexedProduct(
        String code,
        String name,
        @Nullable String model,
        @Nullable String description,
        List<String> details,
        IndexedCategory category,
        IndexedFirm firm,
        List<String> certificates,
        Provenance provenance,
        Listing listing,
        @Nullable Integer leadTimeDays,
        @Nullable BigDecimal priceLow,
        List<StatedSpecification> specifications,
        ProductSentence sentence)
        implements IndexedEntry {

    @Override
    public Suggestion.Kind kind() {
        return Suggestion.Kind.PRODUCT;
    }

    IndexedProduct with(SentenceVector vector) {
        return new IndexedProduct(
                code,
                name,
                model,
                description,
                details,
                category,
                firm,
                certificates,
                provenance,
                listing,
                leadTimeDays,
                priceLow,
                specifications,
                sentence.with(vector));
    }
}
