package org.xiangpei.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Copies the sample files into a database as they are: the importer needs the application, and these tests run without. */
public final class SampleCatalog {

    private SampleCatalog() {}

    public static void load(DataSource database, Path folder) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            table(connection, folder, "regions", "region", "code name parent_code level^");
            table(
                    connection,
                    folder,
                    "parks",
                    "park",
                    "code name city_code district_code grade leading_industries| source");
            table(
                    connection,
                    folder,
                    "categories",
                    "category",
                    "code name chain gbt4754_code gpc2022_code synonyms| description");
            properties(connection, folder);
            table(connection, folder, "enums", "enum_value", "property_code value rank#");
            table(
                    connection,
                    folder,
                    "firms",
                    "firm",
                    "code name short_name uscc city_code district_code park_code production_sites| founded_year# scale introduction"
                            + " provenance^ source");
            table(
                    connection,
                    folder,
                    "products",
                    "product",
                    "code firm_code name model category_code description standards| home_list criteria|grounds monthly_capacity#"
                            + " capacity_unit lead_time_days# min_order_quantity# price_low# price_high# price_unit"
                            + " declared_local_content_pct# valid_from@ valid_until@ provenance^ source");
            table(
                    connection,
                    folder,
                    "specifications",
                    "specification",
                    "product_code property_code min# max# value unit");
            certificates(connection, folder);
            equivalents(connection, folder);
            connection.commit();
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Columns end with {@code |} for a list, {@code #} for a number, {@code @} for a date, {@code ^} for a constant. */
    private static void table(Connection connection, Path folder, String file, String table, String columns)
            throws SQLException, IOException {
        var names = new ArrayList<String>();
        var values = new ArrayList<String>();
        var sources = new ArrayList<String>();
        for (String column : columns.split(" ")) {
            String name = column.replaceAll("[|#@^].*", "");
            String rest = column.substring(name.length());
            String target = rest.length() > 1 ? rest.substring(1) : name;
            sources.add(name);
            names.add(target);
            values.add(
                    switch (rest.isEmpty() ? ' ' : rest.charAt(0)) {
                        case '|' -> "coalesce(string_to_array(?, '|'), '{}')";
                        case '#' -> "?::numeric";
                        case '@' -> "?::date";
                        case '^' -> "upper(?)";
                        default -> "?";
                    });
        }
        insert(
                connection,
                "insert into %s (%s) values (%s)".formatted(table, String.join(",", names), String.join(",", values)),
                records(folder, file),
                sources);
    }

    /** Their position is that in the file. */
    private static void properties(Connection connection, Path folder) throws SQLException, IOException {
        insert(
                connection,
                "insert into property (category_code, code, name, aliases, kind, unit, better, required, position)"
                        + " values (?, ?, ?, coalesce(string_to_array(?, '|'), '{}'), upper(?), ?, upper(?), ?::boolean,"
                        + " (select count(*) from property))",
                records(folder, "properties"),
                List.of("category_code", "property_code", "name", "aliases", "kind", "unit", "better", "required"));
    }

    private static void certificates(Connection connection, Path folder) throws SQLException, IOException {
        for (String owner : List.of("firm", "product")) {
            String letter = owner.substring(0, 1).toUpperCase(Locale.ROOT);
            insert(
                    connection,
                    "insert into certificate (%s_code, type, number, issuer, valid_from, valid_until) values (?,?,?,?,?::date,?::date)"
                            .formatted(owner),
                    records(folder, "certificates").stream()
                            .filter(row -> row.get("owner_code").startsWith(letter))
                            .toList(),
                    List.of("owner_code", "type", "number", "issuer", "valid_from", "valid_until"));
        }
    }

    private static void equivalents(Connection connection, Path folder) throws SQLException, IOException {
        List<CSVRecord> rows = records(folder, "equivalents");
        insert(
                connection,
                "insert into equivalence_group (code, name) values (?, ?) on conflict do nothing",
                rows,
                List.of("group_code", "group_name"));
        insert(
                connection,
                "insert into equivalent_part (group_code, product_code, note) values (?, ?, ?)",
                rows,
                List.of("group_code", "product_code", "note"));
    }

    private static void insert(Connection connection, String sql, List<CSVRecord> rows, List<String> columns)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (CSVRecord row : rows) {
                for (int i = 0; i < columns.size(); i++) {
                    String value = row.get(columns.get(i));
                    statement.setString(i + 1, value.isEmpty() ? null : value);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static List<CSVRecord> records(Path folder, String file) throws IOException {
        try (var reader = Files.newBufferedReader(folder.resolve(file + ".csv"))) {
            return CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(reader)
                    .getRecords();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
