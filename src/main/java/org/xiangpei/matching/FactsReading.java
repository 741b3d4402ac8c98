package org.xiangpei.matching;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import io.quarkus.logging.Log;
import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Firm;
import org.xiangpei.catalog.Interruption;
import org.xiangpei.catalog.Listing;
import org.xiangpei.catalog.Product;
import org.xiangpei.catalog.PropertyKind;
import org.xiangpei.catalog.Validity;
import org.xiangpei.requirement.CertificateType;
import org.xiangpei.requirement.PropertyTerm;
import org.xiangpei.requirement.Range;
import org.xiangpei.requirement.StandardNumber;
import org.xiangpei.requirement.Vocabulary;
import org.xiangpei.requirement.Vocabulary.Option;
import org.xiangpei.shared.Provenance;

/**
 * Reads facts in plain SQL, in five queries for any number of products: a bill may concern a hundred thousand of them, and entities take
 * ten times as long.
 *
 * @param connection inside a transaction
 * @param vocabulary of the whole catalogue
 */
record FactsReading(Connection connection, Vocabulary vocabulary, Shared shared) {

    private static final String PRODUCTS = """
            select code, firm_code, name, model, category_code, standards, monthly_capacity, capacity_unit, lead_time_days, price_low,
                price_high, price_unit, valid_from, valid_until, provenance
            from product where code = any (?)""";

    private static final String FIRMS = """
            select code, name, short_name, city_code, production_sites, provenance from firm where code = any (?)""";

    private static final String SPECIFICATIONS = """
            select product_code, property_code, min, max, unit, value from specification where product_code = any (?)""";

    private static final String INTERRUPTIONS = """
            select product_code, kind, starts_on, ends_on from product_interruption where product_code = any (?) order by id""";

    private static final String MEMBERS = """
            select category_code, code from product where category_code = any (?) order by code""";

    private record Row(String code, Product.Details product, List<StandardNumber> standards) {}

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    /** The facts of these products, in no order; codes that do not exist are left out. */
    List<ProductFacts> of(Collection<String> codes) throws SQLException {
        var rows = new ArrayList<Row>();
        each(PRODUCTS, codes, row -> rows.add(product(row)));
        Map<String, Firm.Details> firms = firms(
                rows.stream().map(it -> it.product().firmCode()).distinct().toList());
        Map<String, String> categories = new HashMap<>();
        rows.forEach(it -> categories.put(it.code(), it.product().categoryCode()));
        Map<String, Map<String, Statement>> statements = statements(categories);
        Map<String, List<HeldCertificate>> own = certificates("product_code", codes);
        Map<String, List<HeldCertificate>> ofFirms = certificates("firm_code", firms.keySet());
        Map<String, List<Interruption>> interruptions = interruptions(codes);
        return rows.stream()
                .map(it -> new ProductFacts(
                        it.code(),
                        it.product(),
                        Objects.requireNonNull(firms.get(it.product().firmCode())),
                        Map.copyOf(statements.getOrDefault(it.code(), Map.of())),
                        it.standards(),
                        both(
                                own.getOrDefault(it.code(), List.of()),
                                ofFirms.getOrDefault(it.product().firmCode(), List.of())),
                        new Listing(it.product().validity(), interruptions.getOrDefault(it.code(), List.of()))))
                .toList();
    }

    /** The products of some categories, by category and code; of a category that has none there is no entry. */
    Map<String, List<String>> members(Collection<String> categories) throws SQLException {
        var members = new HashMap<String, List<String>>();
        each(MEMBERS, categories, row -> add(members, row.getString(1), row.getString(2)));
        return members;
    }

    private Row product(ResultSet row) throws SQLException {
        List<StandardNumber> standards = texts(row.getArray("standards")).stream()
                .map(StandardNumber::of)
                .map(shared::one)
                .toList();
        var details = new Product.Details(
                shared.one(row.getString("firm_code")),
                row.getString("name"),
                row.getString("model"),
                shared.one(row.getString("category_code")),
                null,
                List.of(),
                null,
                List.of(),
                sharedOrNull(row.getBigDecimal("monthly_capacity")),
                sharedOrNull(row.getString("capacity_unit")),
                row.getObject("lead_time_days", Integer.class),
                null,
                sharedOrNull(row.getBigDecimal("price_low")),
                sharedOrNull(row.getBigDecimal("price_high")),
                sharedOrNull(row.getString("price_unit")),
                null,
                day(row, "valid_from"),
                day(row, "valid_until"),
                Provenance.valueOf(row.getString("provenance")),
                null);
        return new Row(row.getString("code"), details, standards);
    }

    private Map<String, Firm.Details> firms(Collection<String> codes) throws SQLException {
        var firms = new HashMap<String, Firm.Details>();
        each(FIRMS, codes, row -> firms.put(row.getString("code"), shared.one(firm(row))));
        return firms;
    }

    private static Firm.Details firm(ResultSet row) throws SQLException {
        return new Firm.Details(
                row.getString("name"),
                row.getString("short_name"),
                null,
                row.getString("city_code"),
                null,
                null,
                texts(row.getArray("production_sites")),
                null,
                null,
                null,
                Provenance.valueOf(row.getString("provenance")),
                null);
    }

    /** @param categories of the products, by code */
    private Map<String, Map<String, Statement>> statements(Map<String, String> categories) throws SQLException {
        var statements = new HashMap<String, Map<String, Statement>>();
        each(SPECIFICATIONS, categories.keySet(), row -> {
            String product = row.getString(1);
            Optional<PropertyTerm> term =
                    vocabulary.term(Objects.requireNonNull(categories.get(product)), row.getString(2));
            if (term.isPresent()) {
                statements
                        .computeIfAbsent(product, key -> new HashMap<>())
                        .put(term.get().code(), shared.one(statement(product, term.get(), row)));
            }
        });
        return statements;
    }

    private Statement statement(String product, PropertyTerm term, ResultSet row) throws SQLException {
        String value = row.getString(6);
        if (term.kind() != PropertyKind.QUANTITY) {
            Optional<Option> option = Optional.ofNullable(value).flatMap(it -> vocabulary.option(term.code(), it));
            return Statement.ofValue(term, value, option.flatMap(Option::rank));
        }
        var range = new Range(row.getBigDecimal(3), row.getBigDecimal(4));
        var statement = Statement.ofQuantity(term, range, row.getString(5));
        if (statement.isUnconvertible()) {
            Log.warnf(
                    "Defect in the data: %s of product %s is in %s, which does not convert to %s",
                    term.code(), product, statement.unit(), term.unit());
        }
        return statement;
    }

    private Map<String, List<HeldCertificate>> certificates(String owner, Collection<String> codes)
            throws SQLException {
        var held = new HashMap<String, List<HeldCertificate>>();
        each(
                "select %1$s, type, number, valid_from, valid_until from certificate where %1$s = any (?) order by type, number"
                        .formatted(owner),
                codes,
                row -> add(
                        held,
                        row.getString(1),
                        new HeldCertificate(
                                shared.one(CertificateType.of(row.getString("type"))),
                                row.getString("number"),
                                new Validity(day(row, "valid_from"), day(row, "valid_until")))));
        return held;
    }

    private Map<String, List<Interruption>> interruptions(Collection<String> codes) throws SQLException {
        var interruptions = new HashMap<String, List<Interruption>>();
        each(
                INTERRUPTIONS,
                codes,
                row -> add(
                        interruptions,
                        row.getString("product_code"),
                        new Interruption(
                                Interruption.Kind.valueOf(row.getString("kind")),
                                row.getObject("starts_on", LocalDate.class),
                                day(row, "ends_on"))));
        return interruptions;
    }

    /** Most products have no certificate of their own, and share the list of their firm. */
    private static List<HeldCertificate> both(List<HeldCertificate> own, List<HeldCertificate> ofFirm) {
        return own.isEmpty()
                ? ofFirm
                : Stream.concat(own.stream(), ofFirm.stream()).toList();
    }

    private void each(String sql, Collection<String> codes, RowReader reader) throws SQLException {
        if (codes.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(2_000);
            statement.setArray(1, connection.createArrayOf("text", codes.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    reader.read(row);
                }
            }
        }
    }

    private static <T> void add(Map<String, List<T>> lists, String key, T value) {
        lists.computeIfAbsent(key, it -> new ArrayList<>(2)).add(value);
    }

    private <T> @Nullable T sharedOrNull(@Nullable T value) {
        return value == null ? null : shared.one(value);
    }

    private @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return sharedOrNull(row.getObject(column, LocalDate.class));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
