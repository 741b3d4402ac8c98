package org.xiangpei.search;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Listing;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Provenance;

/**
 * A product as a list shows it, with the names of its category and of the city where its firm is registered. It comes from the index,
 * which follows every committed change: what is shown of a hit is what it was found by.
 */
public record FoundProduct(
        String code,
        String name,
        @Nullable String model,
        String category,
        String categoryName,
        Provenance provenance,
        Listing listing,
        FoundFirm firm) {

    /** @param city code of the city where it is registered */
    public record FoundFirm(String code, String name, String city, String cityName, List<City> productionCities) {}

    public static FoundProduct of(IndexedProduct product) {
        IndexedFirm firm = product.firm();
        return new FoundProduct(
                product.code(),
                product.name(),
                product.model(),
                product.category().code(),
                product.category().name(),
                product.provenance(),
                product.listing(),
                new FoundFirm(firm.code(), firm.name(), firm.cityCode(), firm.city(), firm.productionCities()));
    }
}
