package org.xiangpei.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;
import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Firm;
import org.xiangpei.catalog.Validity;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Provenance;

/**
 * Reads what a list of search results shows of its products, in one statement for any number of them. In plain SQL: every search waits
 * for it, and entities would read five times as much.
 */
@ApplicationScoped
public class FoundProducts {

    /** A product as a list shows it, with the names of its category and of the city where its firm is registered. */
    public record FoundProduct(
            String code,
            String name,
            @Nullable String model,
            String category,
            String categoryName,
            Provenance provenance,
            Validity validity,
            FoundFirm firm) {}

    /** @param city code of the city where it is registered */
    public record FoundFirm(String code, String name, String city, String cityName, List<City> productionCities) {}

    private static final String SHOWN = """
            select p.code, p.name, p.model, p.category_code, c.name, p.provenance, p.valid_from, p.valid_until,
                f.code, f.name, f.city_code, r.name, f.production_sites
            from product p join category c on c.code = p.category_code
                join firm f on f.code = p.firm_code join region r on r.code = f.city_code
            where p.code = any (?)""";

    private final AgroalDataSource database;

    FoundProducts(AgroalDataSource database) {
        this.database = database;
    }

    /** In the order of the codes; a product that was deleted since it was indexed is left out. */
    public List<FoundProduct> list(List<String> codes) {
        Map<String, FoundProduct> found = codes.isEmpty() ? Map.of() : read(codes);
        return codes.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private Map<String, FoundProduct> read(List<String> codes) {
        var found = new HashMap<String, FoundProduct>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(SHOWN)) {
            statement.setArray(1, connection.createArrayOf("text", codes.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.put(row.getString(1), product(row));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("The found products cannot be read: " + e.getMessage(), e);
        }
    }

    private static FoundProduct product(ResultSet row) throws SQLException {
        return new FoundProduct(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                Provenance.valueOf(row.getString(6)),
                new Validity(row.getObject(7, LocalDate.class), row.getObject(8, LocalDate.class)),
                firm(row));
    }

    private static FoundFirm firm(ResultSet row) throws SQLException {
        String city = row.getString(11);
        List<String> sites = List.of((String[]) row.getArray(13).getArray());
        return new FoundFirm(
                row.getString(9), row.getString(10), city, row.getString(12), Firm.productionCities(city, sites));
    }
}
