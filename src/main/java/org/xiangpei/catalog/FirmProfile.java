package org.xiangpei.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.xiangpei.shared.City;

/**
 * A firm with what belongs to it, for reading.
 *
 * @param regionNames names of all regions it mentions, by code
 * @param certificates of the firm itself, not of its products
 */
public record FirmProfile(
        String code,
        Firm.Details firm,
        Optional<Park.Details> park,
        Map<String, String> regionNames,
        List<CertificateOf> certificates,
        List<ProductEntry> products) {

    /** A certificate with its type and number. */
    public record CertificateOf(Certificate.Key key, Certificate.Details details) {}

    /** A product of the firm, in brief. */
    public record ProductEntry(String code, Product.Details product, String categoryName, Listing listing) {}

    /** The cities where it produces, or the city of registration when no site is stated. */
    public List<City> productionCities() {
        return firm.productionCities();
    }

    /** The name of a region, or its code where the catalogue does not know it. */
    public String regionName(String regionCode) {
        return regionNames.getOrDefault(regionCode, regionCode);
    }
}
