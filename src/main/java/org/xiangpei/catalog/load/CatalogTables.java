package org.xiangpei.catalog.load;

import java.time.Clock;
import java.util.List;

import jakarta.persistence.EntityManager;

/** The tables of the catalogue, in the order in which rows refer to one another: that of reading and of storing. */
final class CatalogTables {

    private final FirmTable firms;
    private final List<CatalogTable<?, ?, ?>> list;

    CatalogTables(Clock clock) {
        var regions = new RegionTable();
        var parks = new ParkTable(regions);
        var categories = new CategoryTable();
        var properties = new PropertyTable(categories);
        var enums = new EnumTable(properties);
        firms = new FirmTable(regions, parks, clock);
        var products = new ProductTable(firms, categories);
        var groups = new GroupTable();
        list = List.of(
                regions,
                parks,
                categories,
                properties,
                enums,
                firms,
                products,
                new SpecificationTable(products, properties, enums),
                new CertificateTable(firms, products),
                groups,
                new PartTable(groups, products));
    }

    List<CatalogTable<?, ?, ?>> list() {
        return list;
    }

    FirmTable firms() {
        return firms;
    }

    void recall(EntityManager entities) {
        list.forEach(table -> table.recall(entities));
    }
}
