package org.xiangpei.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.xiangpei.catalog.FirmProfile.CertificateOf;
import org.xiangpei.catalog.FirmProfile.ProductEntry;
import org.xiangpei.shared.NotFound;

/** Reads a firm with what belongs to it. */
@ApplicationScoped
public class FirmProfiles {

    private final EntityManager entities;
    private final Firms firms;
    private final Regions regions;
    private final Interruptions interruptions;

    FirmProfiles(EntityManager entities, Firms firms, Regions regions, Interruptions interruptions) {
        this.entities = entities;
        this.firms = firms;
        this.regions = regions;
        this.interruptions = interruptions;
    }

    /** @throws NotFound when there is no such firm */
    @Transactional
    public FirmProfile get(String code) {
        Firm.Details firm = firms.get(code).details();
        return new FirmProfile(
                code,
                firm,
                Optional.ofNullable(firm.parkCode())
                        .map(park -> entities.find(Park.class, park))
                        .map(Park::details),
                regions.names(),
                certificates(code),
                products(code));
    }

    private List<CertificateOf> certificates(String code) {
        return entities.createQuery(
                        "from Certificate where key.firmCode = ?1 order by key.type, key.number", Certificate.class)
                .setParameter(1, code)
                .getResultStream()
                .map(it -> new CertificateOf(it.key(), it.details()))
                .toList();
    }

    private List<ProductEntry> products(String code) {
        Map<String, String> categoryNames = entities.createQuery("from Category", Category.class)
                .getResultStream()
                .collect(Collectors.toMap(
                        Category::code, category -> category.details().name()));
        List<Product> products = entities.createQuery(
                        "from Product where details.firmCode = ?1 order by code", Product.class)
                .setParameter(1, code)
                .getResultList();
        Map<String, List<Interruption>> known =
                interruptions.of(products.stream().map(Product::code).toList());
        return products.stream()
                .map(it -> new ProductEntry(
                        it.code(),
                        it.details(),
                        categoryNames.getOrDefault(
                                it.details().categoryCode(), it.details().categoryCode()),
                        new Listing(it.details().validity(), known.getOrDefault(it.code(), List.of()))))
                .toList();
    }
}
