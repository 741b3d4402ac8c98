package org.xiangpei.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A product with all that a reader wants to know of it.
 *
 * @param specifications in the order of the category's properties; a property without a value is listed as not stated
 * @param certificates of the product first, then of its firm
 * @param listing when it is recognised
 * @param equivalents other members of its groups of interchangeable parts
 */
public record ProductProfile(
        String code,
        Product.Details product,
        CategoryOf category,
        FirmOf firm,
        List<SpecificationOf> specifications,
        List<FirmProfile.CertificateOf> certificates,
        List<Equivalent> equivalents,
        Listing listing) {

    public record CategoryOf(String code, Category.Details details) {}

    public record FirmOf(String code, Firm.Details details) {}

    /**
     * @param stated empty when the product does not state the property: unknown, not absent
     * @param byFirmOn when the firm stated it by itself, without a filing; empty for what was examined
     */
    public record SpecificationOf(
            String propertyCode,
            Property.Details property,
            Optional<Specification.Details> stated,
            Optional<LocalDate> byFirmOn) {}

    public record Equivalent(
            String groupCode, String groupName, String productCode, String productName, String firmName, String note) {}
}
