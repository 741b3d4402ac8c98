package org.xiangpei.catalog.web;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.FirmProfile;
import org.xiangpei.catalog.Park;
import org.xiangpei.catalog.web.ProductResponse.CertificateResponse;
import org.xiangpei.catalog.web.ProductResponse.Named;
import org.xiangpei.catalog.web.ProductResponse.Recognition;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Provenance;

/**
 * A firm in JSON.
 *
 * @param city GB/T 2260 code of the city of registration
 * @param productionSites where it really makes things; empty when not stated
 * @param productionCities the cities that count for the city facet and for "local"
 */
record FirmResponse(
        String code,
        String name,
        String shortName,
        @Nullable String uscc,
        String city,
        String cityName,
        @Nullable Named district,
        @Nullable Named park,
        List<Named> productionSites,
        List<String> productionCities,
        @Nullable Integer foundedYear,
        @Nullable String scale,
        @Nullable String introduction,
        List<CertificateResponse> certificates,
        List<Product> products,
        Provenance provenance,
        @Nullable String source) {

    record Product(String code, String name, @Nullable String model, Named category, Recognition recognition) {}

    static FirmResponse of(FirmProfile profile, LocalDate today) {
        var firm = profile.firm();
        return new FirmResponse(
                profile.code(),
                firm.name(),
                firm.shortName(),
                firm.uscc(),
                firm.cityCode(),
                profile.regionName(firm.cityCode()),
                firm.districtCode() == null ? null : region(profile, firm.districtCode()),
                firm.parkCode() == null
                        ? null
                        : new Named(
                                firm.parkCode(),
                                profile.park().map(Park.Details::name).orElse("")),
                firm.productionSites().stream()
                        .map(site -> region(profile, site))
                        .toList(),
                profile.productionCities().stream().map(City::code).toList(),
                firm.foundedYear(),
                firm.scale(),
                firm.introduction(),
                profile.certificates().stream()
                        .map(it -> CertificateResponse.of(it, today))
                        .toList(),
                profile.products().stream().map(it -> product(it, today)).toList(),
                firm.provenance(),
                firm.source());
    }

    private static Named region(FirmProfile profile, String code) {
        return new Named(code, profile.regionName(code));
    }

    private static Product product(FirmProfile.ProductEntry entry, LocalDate today) {
        return new Product(
                entry.code(),
                entry.product().name(),
                entry.product().model(),
                new Named(entry.product().categoryCode(), entry.categoryName()),
                Recognition.of(entry.listing(), today));
    }
}
