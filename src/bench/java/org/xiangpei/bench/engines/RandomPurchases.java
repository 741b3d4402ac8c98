package org.xiangpei.bench.engines;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.jspecify.annotations.Nullable;

/**
 * A ledger of any size over almost six years: five hundred buyers of which a few buy most, a third of it products of the catalogue, three in a
 * hundred corrected or withdrawn later, one product in a hundred suspended for a while; and posted lines with their coverage. The same size always
 * gives the same ledger. All of it is marked illustrative.
 */
final class RandomPurchases {

    private static final long SEED = 20261129;
    private static final int CHUNK = 20_000;
    private static final int BUYERS = 500;
    private static final int DAYS = 2100;
    private static final LocalDate FIRST_DAY = LocalDate.of(2021, 1, 4);
    private static final String[] CITIES = {"430100", "430200", "430300"};
    private static final @Nullable String[] KINDS = {"MANUFACTURER", "PUBLIC_BODY", "MANUFACTURER", "PUBLIC_BODY", null
    };
    private static final @Nullable String[] REGIONS = {
        "430111", "430211", "430302", "430181", "310000", "440300", "320500", "430600", null
    };
    private static final String[] COVERAGES = {"QUALIFIED", "POSSIBLE", "NONE"};

    /** How each line stood, as if it had been matched: forty gaps of a category, each with what three lines in ten lack. */
    private static final List<String> GAPS = List.of("delete from gap_due", """
        insert into gap (code, category_code, lacks)
        select 'G' || category.code || number, category.code, '[]' from category, generate_series(1, 40) number
        where exists (select from requirement_line line where line.category_code = category.code)
        on conflict do nothing
        """, """
        insert into line_standing (line_code, from_day, until_day, coverage, gap_key, category_code, buyer_code, buyer_city, names_buyer, illustrative)
        select line.code, found.as_of, lead(found.as_of) over (partition by line.code order by found.as_of), found.coverage,
            case when found.coverage <> 'QUALIFIED' then 'G' || line.category_code || (1 + abs(hashtext(line.code)) % 40) end,
            line.category_code, line.buyer_code, line.buyer_city, true, true
        from line_coverage found join requirement_line line on line.code = found.line_code
        """, """
        insert into gap_member (line_code, gap_key, put_on)
        select distinct on (line_code) line_code, gap_key, from_day from line_standing where gap_key is not null order by line_code, from_day
        """, """
        insert into unmet_line (line_code, judged_on, near_count, near, possible_count, possible)
        select line_code, from_day, 0, '[]', 0, '[]' from line_standing where until_day is null and gap_key is not null
        """);

    private record Product(String code, String category) {}

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Connection connection;
    private final List<Product> products = new ArrayList<>();
    private final List<String> categories = new ArrayList<>();

    private RandomPurchases(Connection connection) throws SQLException {
        this.connection = connection;
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery("select code, category_code from product order by code")) {
            while (row.next()) {
                products.add(new Product(row.getString(1), row.getString(2)));
            }
        }
        products.stream().map(Product::category).distinct().sorted().forEach(categories::add);
    }

    /** Fills a ledger that is empty. */
    static void fill(BenchDatabase database, int purchases, int lines) throws SQLException {
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement()) {
            try (var row = statement.executeQuery("select count(*) from purchase_record")) {
                row.next();
                if (row.getLong(1) > 0) {
                    return;
                }
            }
            connection.setAutoCommit(false);
            var ledger = new RandomPurchases(connection);
            ledger.purchases(purchases);
            ledger.lines(lines);
            statement.execute("insert into recognition_event (product_code, kind, starts_on, ends_on, recorded_at)"
                    + " select code, 'SUSPENDED', '2024-03-01', '2024-05-31', '2024-02-20' from product"
                    + " where hashtext(code) % 100 = 0");
            for (String sql : GAPS) {
                statement.execute(sql);
            }
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("vacuum analyze");
        }
    }

    private void purchases(int count) throws SQLException {
        var rows = new CopyText(
                "purchase_record (code, buyer_code, buyer_name, buyer_kind, buyer_city, purchased_on, item, category_code,"
                        + " quantity, unit, amount, supplier_name, product_code, production_region, declared_local_content_pct, provenance,"
                        + " recorded_at, supersedes, first_code)");
        for (int i = 1; i <= count; i++) {
            purchase(rows, i);
            if (i % CHUNK == 0 || i == count) {
                rows.send(connection);
            }
        }
    }

    private void purchase(CopyText rows, int i) {
        int buyer = (int) (BUYERS * Math.pow(random.nextDouble(), 2.5));
        LocalDate day = FIRST_DAY.plusDays(random.nextInt(DAYS));
        LocalDate known = day.plusDays(1 + random.nextInt(40));
        Product product = random.nextInt(3) == 0 ? products.get(random.nextInt(products.size())) : null;
        String category = product == null ? category() : product.category();
        BigDecimal amount = amount();
        String region = REGIONS[random.nextInt(REGIONS.length)];
        BigDecimal declared = random.nextInt(3) > 0 ? null : BigDecimal.valueOf(random.nextInt(10_001), 2);
        String code = "B" + i;
        row(rows, code, buyer, day, category, amount, product, region, declared, known, null);
        if (random.nextInt(100) < 3) {
            BigDecimal corrected = random.nextInt(5) == 0 ? BigDecimal.ZERO : amount();
            row(
                    rows,
                    code + "-C",
                    buyer,
                    day,
                    category,
                    corrected,
                    product,
                    region,
                    declared,
                    known.plusDays(60),
                    code);
        }
    }

    private static void row(
            CopyText rows,
            String code,
            int buyer,
            LocalDate day,
            @Nullable String category,
            BigDecimal amount,
            @Nullable Product product,
            @Nullable String region,
            @Nullable BigDecimal declared,
            LocalDate known,
            @Nullable String supersedes) {
        rows.row(
                code,
                "BUYER" + buyer,
                "测试采购单位" + buyer,
                KINDS[buyer % KINDS.length],
                CITIES[buyer % 3],
                day,
                "测试物资",
                category,
                1,
                "台",
                amount,
                "测试供应商" + buyer % 97 + "公司",
                product == null ? null : product.code(),
                region,
                declared,
                "ILLUSTRATIVE",
                known + " 10:00+08",
                supersedes,
                supersedes == null ? code : supersedes);
    }

    private @Nullable String category() {
        int place = (int) (categories.size() * Math.pow(random.nextDouble(), 1.7) * 1.05);
        return place < categories.size() ? categories.get(place) : null;
    }

    private BigDecimal amount() {
        return BigDecimal.valueOf(Math.pow(10, 2 + 4 * random.nextDouble())).setScale(2, RoundingMode.HALF_UP);
    }

    private void lines(int count) throws SQLException {
        var lines = new CopyText(
                "requirement_line (code, buyer_code, buyer_name, buyer_kind, buyer_city, posted_on, name, category_code,"
                        + " criteria, provenance, recorded_at)");
        var found = new CopyText("line_coverage (line_code, as_of, coverage, recorded_at)");
        for (int i = 1; i <= count; i++) {
            int buyer = random.nextInt(BUYERS);
            LocalDate day = FIRST_DAY.plusDays(random.nextInt(DAYS));
            String code = "BL" + i;
            lines.row(
                    code,
                    "BUYER" + buyer,
                    "测试采购单位" + buyer,
                    KINDS[buyer % KINDS.length],
                    CITIES[buyer % 3],
                    day,
                    "测试需求",
                    categories.get(random.nextInt(categories.size())),
                    "[]",
                    "ILLUSTRATIVE",
                    day + " 10:00+08");
            found.row(code, day, COVERAGES[random.nextInt(3)], day + " 10:00+08");
            if (random.nextInt(3) == 0) {
                found.row(code, day.plusDays(90), COVERAGES[random.nextInt(3)], day.plusDays(90) + " 10:00+08");
            }
            if (i % CHUNK == 0 || i == count) {
                lines.send(connection);
                found.send(connection);
            }
        }
    }
}
