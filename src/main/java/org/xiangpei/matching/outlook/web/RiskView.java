package org.xiangpei.matching.outlook.web;

import java.util.List;

/**
 * Supplies at risk: a buyer's own lines, or the products of a city.
 *
 * @param buyer whether it is the page of a buyer; else of a city
 * @param city the name of the city, of a bureau
 */
public record RiskView(boolean buyer, String city, List<Group> groups, List<ProductRow> products) {

    /** Lines of one kind of risk. */
    public record Group(String code, String label, String tone, String meaning, List<Row> rows) {}

    /** @param suppliers how many firms qualify now */
    public record Row(
            String href, String name, String requirement, String neededBy, String suppliers, List<Product> products) {}

    public record Product(String code, String name, String firm, String why) {}

    /** @param lines how many lines depend on it; in words where they are too few to be counted */
    public record ProductRow(Product product, String tone, String kind, String lines) {}
}
