package org.xiangpei.catalog.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Better;
import org.xiangpei.catalog.FirmProfile.CertificateOf;
import org.xiangpei.catalog.Listing;
import org.xiangpei.catalog.Product;
import org.xiangpei.catalog.ProductProfile;
import org.xiangpei.catalog.ProductProfile.SpecificationOf;
import org.xiangpei.catalog.PropertyKind;
import org.xiangpei.catalog.RecognitionStatus;
import org.xiangpei.catalog.Specification;
import org.xiangpei.catalog.Validity;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Provenance;

/** A product in JSON, with everything that the catalogue knows of it. */
record ProductResponse(
        String code,
        String name,
        @Nullable String model,
        CategoryResponse category,
        FirmSummary firm,
        @Nullable String description,
        List<String> standards,
        @Nullable String homeList,
        List<String> grounds,
        Capacity capacity,
        @Nullable Integer leadTimeDays,
        @Nullable BigDecimal minOrderQuantity,
        Price price,
        @Nullable BigDecimal declaredLocalContentPct,
        Recognition recognition,
        List<SpecificationResponse> specifications,
        List<CertificateResponse> certificates,
        List<EquivalentResponse> equivalents,
        Provenance provenance,
        @Nullable String source) {

    record Named(String code, String name) {}

    record CategoryResponse(
            String code,
            String name,
            String chain,
            @Nullable String gbt4754,
            @Nullable String gpc2022) {}

    /** @param city GB/T 2260 code of the city of registration */
    record FirmSummary(String code, String name, String city, List<String> productionCities) {}

    /** @param unit for example {@code 台/月}; amounts are not stated when null */
    record Capacity(@Nullable BigDecimal monthly, @Nullable String unit) {}

    /** CNY with tax, decimal strings; a missing end is not stated. */
    record Price(
            @Nullable String low,
            @Nullable String high,
            @Nullable String unit) {
        static Price of(Product.Details product) {
            return new Price(text(product.priceLow()), text(product.priceHigh()), product.priceUnit());
        }

        private static @Nullable String text(@Nullable BigDecimal amount) {
            return amount == null ? null : amount.toPlainString();
        }
    }

    record Recognition(
            RecognitionStatus status,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil) {
        static Recognition of(Listing listing, LocalDate today) {
            Validity validity = listing.validity();
            return new Recognition(listing.status(today), validity.from(), validity.until());
        }
    }

    @Schema(
            description =
                    "A typed characteristic: a range for quantities (a point has both ends equal, null is not stated),"
                            + " a value for the other kinds. The unit is the one stated, a UCUM code.")
    record SpecificationResponse(
            String property,
            String name,
            PropertyKind kind,
            Better better,
            boolean stated,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable String value,
            @Nullable String unit) {

        static SpecificationResponse of(SpecificationOf it) {
            Specification.Details none =
                    new Specification.Details(null, null, null, it.property().unit());
            Specification.Details stated = it.stated().orElse(none);
            return new SpecificationResponse(
                    it.propertyCode(),
                    it.property().name(),
                    it.property().kind(),
                    it.property().better(),
                    it.stated().isPresent(),
                    stated.min(),
                    stated.max(),
                    stated.value(),
                    stated.unit());
        }
    }

    /** @param owner {@code product} or {@code firm} */
    record CertificateResponse(
            String type,
            String number,
            String owner,
            @Nullable String issuer,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil,
            boolean valid) {

        static CertificateResponse of(CertificateOf it, LocalDate today) {
            return new CertificateResponse(
                    it.key().type(),
                    it.key().number(),
                    it.key().productCode() == null ? "firm" : "product",
                    it.details().issuer(),
                    it.details().validFrom(),
                    it.details().validUntil(),
                    it.details().validity().on(today));
        }
    }

    record EquivalentResponse(Named group, Named product, String firmName, String note) {}

    static ProductResponse of(ProductProfile profile, LocalDate today) {
        var product = profile.product();
        var category = profile.category().details();
        return new ProductResponse(
                profile.code(),
                product.name(),
                product.model(),
                new CategoryResponse(
                        profile.category().code(),
                        category.name(),
                        category.chain(),
                        category.gbt4754Code(),
                        category.gpc2022Code()),
                firm(profile.firm()),
                product.description(),
                product.standards(),
                product.homeList(),
                product.grounds(),
                new Capacity(product.monthlyCapacity(), product.capacityUnit()),
                product.leadTimeDays(),
                product.minOrderQuantity(),
                Price.of(product),
                product.declaredLocalContentPct(),
                Recognition.of(profile.listing(), today),
                profile.specifications().stream().map(SpecificationResponse::of).toList(),
                profile.certificates().stream()
                        .map(it -> CertificateResponse.of(it, today))
                        .toList(),
                profile.equivalents().stream().map(ProductResponse::equivalent).toList(),
                product.provenance(),
                product.source());
    }

    private static FirmSummary firm(ProductProfile.FirmOf firm) {
        return new FirmSummary(
                firm.code(),
                firm.details().name(),
                firm.details().cityCode(),
                firm.details().productionCities().stream().map(City::code).toList());
    }

    private static EquivalentResponse equivalent(ProductProfile.Equivalent it) {
        return new EquivalentResponse(
                new Named(it.groupCode(), it.groupName()),
                new Named(it.productCode(), it.productName()),
                it.firmName(),
                it.note());
    }
}
