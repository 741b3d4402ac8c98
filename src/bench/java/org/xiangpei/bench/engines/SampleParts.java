package org.xiangpei.bench.engines;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.jspecify.annotations.Nullable;

/** The invented products and firms of the sample, taken apart. What is documented is left out: nothing more is told of what is real. */
record SampleParts(List<Product> products, List<Firm> firms) {

    /**
     * @param name the words of the name, in order
     * @param sentences of the description, without their stops
     */
    record Product(
            String code,
            String category,
            List<String> name,
            @Nullable String model,
            List<String> sentences,
            List<String> standards,
            @Nullable BigDecimal capacity,
            @Nullable String capacityUnit,
            @Nullable Integer leadTime,
            @Nullable BigDecimal priceLow,
            @Nullable BigDecimal priceHigh,
            @Nullable String priceUnit,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            List<Specification> specifications) {}

    record Specification(
            String property,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable String value,
            @Nullable String unit) {}

    /**
     * @param brand the two characters of the invented name
     * @param trade what it makes, as its name says
     */
    record Firm(String brand, String trade, String city, List<String> sites, List<String> certificates) {}

    static SampleParts read(Connection connection) throws SQLException {
        return new SampleParts(products(connection), firms(connection));
    }

    Map<String, List<Product>> byCategory() {
        return products.stream()
                .collect(Collectors.groupingBy(Product::category, LinkedHashMap::new, Collectors.toList()));
    }

    private static List<Product> products(Connection connection) throws SQLException {
        Map<String, List<Specification>> specifications = specifications(connection);
        var products = new ArrayList<Product>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select * from product where provenance = 'ILLUSTRATIVE' and code ~ '^P' order by code")) {
            while (row.next()) {
                products.add(product(row, specifications.getOrDefault(row.getString("code"), List.of())));
            }
        }
        return products;
    }

    private static Product product(ResultSet row, List<Specification> specifications) throws SQLException {
        return new Product(
                row.getString("code"),
                row.getString("category_code"),
                words(row.getString("name")),
                row.getString("model"),
                Arrays.asList(row.getString("description").split("[，。；]")),
                texts(row, "standards"),
                row.getBigDecimal("monthly_capacity"),
                row.getString("capacity_unit"),
                row.getObject("lead_time_days", Integer.class),
                row.getBigDecimal("price_low"),
                row.getBigDecimal("price_high"),
                row.getString("price_unit"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                specifications);
    }

    private static Map<String, List<Specification>> specifications(Connection connection) throws SQLException {
        var specifications = new LinkedHashMap<String, List<Specification>>();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select * from specification order by product_code, property_code")) {
            while (row.next()) {
                specifications
                        .computeIfAbsent(row.getString("product_code"), code -> new ArrayList<>())
                        .add(new Specification(
                                row.getString("property_code"),
                                row.getBigDecimal("min"),
                                row.getBigDecimal("max"),
                                row.getString("value"),
                                row.getString("unit")));
            }
        }
        return specifications;
    }

    private static List<Firm> firms(Connection connection) throws SQLException {
        var firms = new ArrayList<Firm>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select firm.*, array(select type from certificate where firm_code = firm.code order by type) as types
                        from firm where provenance = 'ILLUSTRATIVE' and code ~ '^F' order by code""")) {
            while (row.next()) {
                String name = row.getString("short_name").replace("（示例）", "");
                firms.add(new Firm(
                        name.substring(0, 2),
                        name.substring(2),
                        row.getString("city_code"),
                        texts(row, "production_sites"),
                        texts(row, "types")));
            }
        }
        return firms;
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    /** With what stands between, so that together they are the text again. */
    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        try (var analyzer = new SmartChineseAnalyzer(false);
                var tokens = analyzer.tokenStream("name", text)) {
            var offset = tokens.getAttribute(OffsetAttribute.class);
            tokens.reset();
            int from = 0;
            while (tokens.incrementToken()) {
                words.add(text.substring(from, offset.endOffset()));
                from = offset.endOffset();
            }
            words.add(text.substring(from));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return words.stream().filter(word -> !word.isEmpty()).toList();
    }
}
