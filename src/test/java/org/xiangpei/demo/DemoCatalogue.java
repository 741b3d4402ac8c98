package org.xiangpei.demo;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.apache.commons.csv.CSVRecord;

import static java.util.stream.Collectors.groupingBy;

/** The sample catalogue as the generator needs it. Documented firms are left out: no invented deal is told of a real one. */
final class DemoCatalogue {

    record Category(String code, String name, String chain) {}

    record Firm(String code, String name, String city, List<String> sites) {}

    record Product(
            String code,
            Firm firm,
            String name,
            String category,
            double low,
            double high,
            String unit,
            CSVRecord row) {}

    record Specification(String property, String min, String max, String value, String unit) {}

    record Property(String code, String name, String kind, String better) {}

    private final Map<String, Category> categories = new LinkedHashMap<>();
    private final Map<String, List<Product>> products;
    private final Map<String, List<Property>> properties;
    private final Map<String, List<Specification>> specifications;
    private final Map<String, Firm> firms = new LinkedHashMap<>();

    DemoCatalogue() {
        rows("categories")
                .forEach(it ->
                        categories.put(it.get("code"), new Category(it.get("code"), it.get("name"), it.get("chain"))));
        rows("firms").stream()
                .filter(DemoCatalogue::illustrative)
                .map(DemoCatalogue::firm)
                .forEach(it -> firms.put(it.code(), it));
        products = rows("products").stream()
                .filter(DemoCatalogue::illustrative)
                .map(this::product)
                .collect(groupingBy(Product::category, LinkedHashMap::new, Collectors.toList()));
        properties = rows("properties").stream()
                .collect(groupingBy(
                        it -> it.get("category_code"),
                        Collectors.mapping(DemoCatalogue::property, Collectors.toList())));
        specifications = rows("specifications").stream()
                .collect(groupingBy(
                        it -> it.get("product_code"),
                        Collectors.mapping(DemoCatalogue::specification, Collectors.toList())));
    }

    /** The categories of a chain that have products to take prices from, in the order of the file. */
    List<Category> categoriesOf(String chain) {
        return categories.values().stream()
                .filter(it -> it.chain().equals(chain) && products.containsKey(it.code()))
                .toList();
    }

    Category category(String code) {
        return Objects.requireNonNull(categories.get(code), code);
    }

    List<Product> productsOf(String category) {
        return products.getOrDefault(category, List.of());
    }

    List<Property> propertiesOf(String category) {
        return properties.getOrDefault(category, List.of());
    }

    List<Specification> specificationsOf(Product product) {
        return specifications.getOrDefault(product.code(), List.of());
    }

    private static List<CSVRecord> rows(String file) {
        return DemoFiles.read(DemoFiles.CATALOGUE.resolve(file + ".csv"));
    }

    private static boolean illustrative(CSVRecord row) {
        return row.get("provenance").equals("illustrative");
    }

    /** Where it produces: its sites, narrowed to its own district where the only site is the city of registration. */
    private static Firm firm(CSVRecord row) {
        List<String> sites = Arrays.stream(row.get("production_sites").split("\\|"))
                .map(site -> site.equals(row.get("city_code")) ? row.get("district_code") : site)
                .toList();
        return new Firm(row.get("code"), row.get("name"), row.get("city_code"), sites);
    }

    private Product product(CSVRecord row) {
        String perUnit = row.get("price_unit");
        return new Product(
                row.get("code"),
                Objects.requireNonNull(firms.get(row.get("firm_code"))),
                row.get("name"),
                row.get("category_code"),
                Double.parseDouble(row.get("price_low")),
                Double.parseDouble(row.get("price_high")),
                perUnit.substring(perUnit.indexOf('/') + 1),
                row);
    }

    private static Property property(CSVRecord row) {
        return new Property(row.get("property_code"), row.get("name"), row.get("kind"), row.get("better"));
    }

    private static Specification specification(CSVRecord row) {
        return new Specification(
                row.get("property_code"), row.get("min"), row.get("max"), row.get("value"), row.get("unit"));
    }
}
