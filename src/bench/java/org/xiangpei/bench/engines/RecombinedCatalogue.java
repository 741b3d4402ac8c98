package org.xiangpei.bench.engines;

import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.xiangpei.bench.engines.SampleParts.Firm;
import org.xiangpei.bench.engines.SampleParts.Product;
import org.xiangpei.bench.engines.SampleParts.Specification;

/**
 * A catalogue of any size: the sample, and products put together from its parts. Each is of one category and has the words of two names,
 * sentences of several descriptions, another number in its model, and specifications of several products, scaled. Every tenth product has
 * a new firm. The same size always gives the same catalogue. All of it is marked illustrative.
 */
final class RecombinedCatalogue {

    private static final long SEED = 20261122;
    private static final int CHUNK = 5000;
    private static final int PRODUCTS_PER_FIRM = 10;
    private static final String SOURCE = "示例数据（由示例目录的片段随机重组，仅用于性能测试）";
    private static final List<BigDecimal> SCALES = List.of(
            new BigDecimal("0.5"), new BigDecimal("0.8"), BigDecimal.ONE, new BigDecimal("1.25"), new BigDecimal("2"));

    private final List<Product> products;
    private final Map<String, List<Product>> byCategory;
    private final List<Firm> firms;

    private final CopyText firmRows =
            new CopyText("firm (code, name, short_name, city_code, production_sites, provenance, source)");
    private final CopyText certificateRows = new CopyText("certificate (type, number, firm_code)");
    private final CopyText productRows = new CopyText(
            "product (code, firm_code, name, model, category_code, description, standards,"
                    + " monthly_capacity, capacity_unit, lead_time_days, price_low, price_high, price_unit, valid_from, valid_until, provenance, source)");
    private final CopyText specificationRows =
            new CopyText("specification (product_code, property_code, min, max, value, unit)");

    private RecombinedCatalogue(SampleParts sample) {
        this.products = sample.products();
        this.byCategory = sample.byCategory();
        this.firms = sample.firms();
    }

    /**
     * Adds products until there are so many.
     *
     * @param database has the sample
     */
    static void fill(DataSource database, int size) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set session_replication_role = replica");
            int there = count(statement);
            new RecombinedCatalogue(SampleParts.read(connection)).add(connection, size - there);
            statement.execute("insert into search_change (kind, code) values ('ALL', '')");
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("set session_replication_role = origin");
            statement.execute("vacuum analyze");
        }
    }

    private static int count(Statement statement) throws SQLException {
        try (var row = statement.executeQuery("select count(*) from product")) {
            row.next();
            return row.getInt(1);
        }
    }

    private void add(Connection connection, int count) throws SQLException {
        int firmCount = Math.ceilDiv(count, PRODUCTS_PER_FIRM);
        for (int i = 0; i < count; i++) {
            if (i < firmCount) {
                addFirm(i, dice(-1 - i));
            }
            addProduct(i, firmCount, dice(i));
            if (i % CHUNK == CHUNK - 1 || i == count - 1) {
                for (CopyText rows : List.of(firmRows, certificateRows, productRows, specificationRows)) {
                    rows.send(connection);
                }
            }
        }
    }

    /** Each thing has its own dice, so that a larger catalogue begins like a smaller one. */
    private static SplittableRandom dice(long number) {
        return new SplittableRandom(SEED + number * 0x9E3779B97F4A7C15L);
    }

    private void addFirm(int number, SplittableRandom dice) {
        Firm base = of(firms, dice);
        String brand = of(firms, dice).brand().substring(0, 1)
                + of(firms, dice).brand().substring(1);
        String shortName = brand + of(firms, dice).trade() + "（示例）";
        String code = firmCode(number);
        firmRows.row(
                code,
                "湖南" + shortName.replace("（", "有限公司（"),
                shortName,
                base.city(),
                base.sites(),
                "ILLUSTRATIVE",
                SOURCE);
        base.certificates().forEach(type -> certificateRows.row(type, "EX-" + code, code));
    }

    private void addProduct(int number, int firmCount, SplittableRandom dice) {
        Product base = of(products, dice);
        List<Product> alike = byCategory.getOrDefault(base.category(), List.of());
        String code = "R%07d".formatted(number);
        productRows.row(
                code,
                firmCode(dice.nextInt(firmCount)),
                name(base, of(products, dice), dice),
                model(of(alike, dice).model(), dice),
                base.category(),
                description(alike, dice),
                of(alike, dice).standards(),
                base.capacity(),
                base.capacityUnit(),
                base.leadTime(),
                base.priceLow(),
                base.priceHigh(),
                base.priceUnit(),
                base.from(),
                base.until(),
                "ILLUSTRATIVE",
                SOURCE);
        for (Specification specification : base.specifications()) {
            addSpecification(code, specification, alike, dice);
        }
    }

    /** The first word of another name, then this name with one of its words left out now and then. */
    private static String name(Product base, Product other, SplittableRandom dice) {
        var words = new ArrayList<>(base.name());
        if (words.size() > 2 && dice.nextInt(3) == 0) {
            words.remove(dice.nextInt(words.size() - 2));
        }
        if (dice.nextInt(3) > 0) {
            words.addFirst(of(other.name(), dice).replaceAll("[（）()]", ""));
        }
        return String.join("", words);
    }

    /** Every number in it changed, so that nearly every model is its own. */
    private static @Nullable String model(@Nullable String model, SplittableRandom dice) {
        if (model == null) {
            return null;
        }
        var varied = new StringBuilder();
        for (char character : model.toCharArray()) {
            boolean varies = character >= '1' && character <= '9' && dice.nextInt(2) == 0;
            varied.append(varies ? (char) ('1' + dice.nextInt(9)) : character);
        }
        return varied.toString();
    }

    private static String description(List<Product> alike, SplittableRandom dice) {
        var sentences = new ArrayList<String>();
        for (int i = 2 + dice.nextInt(2); i > 0; i--) {
            sentences.add(of(of(alike, dice).sentences(), dice));
        }
        return String.join("，", sentences) + "。";
    }

    /** Of any product of the category that states it. */
    private void addSpecification(
            String product, Specification specification, List<Product> alike, SplittableRandom dice) {
        Specification stated = of(alike, dice).specifications().stream()
                .filter(other -> other.property().equals(specification.property()))
                .findFirst()
                .orElse(specification);
        BigDecimal scale = of(SCALES, dice);
        specificationRows.row(
                product,
                stated.property(),
                scaled(stated.min(), scale),
                scaled(stated.max(), scale),
                stated.value(),
                stated.unit());
    }

    private static @Nullable BigDecimal scaled(@Nullable BigDecimal value, BigDecimal scale) {
        return value == null ? null : value.multiply(scale).round(new MathContext(4));
    }

    private static String firmCode(int number) {
        return "RF%06d".formatted(number);
    }

    private static <T> T of(List<T> choices, SplittableRandom dice) {
        return choices.get(dice.nextInt(choices.size()));
    }
}
