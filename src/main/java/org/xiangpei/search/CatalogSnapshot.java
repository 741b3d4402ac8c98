package org.xiangpei.search;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.xiangpei.catalog.Firm;
import org.xiangpei.catalog.Listing;
import org.xiangpei.catalog.Validity;
import org.xiangpei.shared.Provenance;

/**
 * Reads what the index holds out of one transaction, in plain SQL: a rebuild reads everything, and an entity would load far more.
 *
 * @param connection inside a repeatable-read transaction
 * @param day the day on which certificates must be valid to count
 */
public record CatalogSnapshot(Connection connection, LocalDate day) {

    /** So many entries are read at once. */
    static final int PAGE = 500;

    private static final String NEXT = " > ? order by 1 limit " + PAGE;

    private static final String FIRM =
            "f.code as firm_code, f.name as firm_name, f.short_name, f.city_code, home.name as home_city, f.production_sites";

    private static final String CATEGORY =
            "c.code as category_code, c.name as category_name, c.chain, c.synonyms as category_synonyms,"
                    + " coalesce(c.description, '') as category_description";

    private static final String PRODUCTS = """
            select p.code, p.name, p.model, p.description, p.provenance, p.valid_from, p.valid_until, p.lead_time_days, p.price_low,
                p.standards || array(
                    select s.value from specification s
                    where s.product_code = p.code and s.value is not null and s.value not in ('true', 'false') order by s.property_code)
                || array(
                    select g.name from equivalence_group g join equivalent_part e on e.group_code = g.code
                    where e.product_code = p.code order by g.code) as details,
                array(
                    select distinct held.type from certificate held
                    where (held.product_code = p.code or held.firm_code = p.firm_code)
                        and coalesce(held.valid_from, '-infinity') <= ? and coalesce(held.valid_until, 'infinity') >= ?
                    order by held.type) as certificates,
                array(
                    select case s.value when 'true' then named.name else named.name || s.value end
                    from specification s join property named
                        on named.category_code = p.category_code and named.code = s.property_code
                    where s.product_code = p.code and s.value is not null and s.value <> 'false'
                    order by named.position, named.code) as characteristics,
                (select coalesce(json_agg(json_build_object('property', s.property_code, 'min', s.min, 'max', s.max, 'unit', s.unit,
                    'value', s.value) order by s.property_code), '[]') from specification s where s.product_code = p.code)
                    as specifications,
                (select coalesce(json_agg(json_build_object('kind', lower(i.kind), 'startsOn', i.starts_on, 'endsOn', i.ends_on) order by i.id),
                    '[]') from product_interruption i where i.product_code = p.code) as interruptions,
            """ + CATEGORY + ", " + FIRM + """

            from product p join category c on c.code = p.category_code
                join firm f on f.code = p.firm_code join region home on home.code = f.city_code
            """;

    private static final String FIRMS = "select " + FIRM + " from firm f join region home on home.code = f.city_code ";

    private static final String CATEGORIES = "select " + CATEGORY + """
            , (select coalesce(json_agg(json_build_object('category', p.category_code, 'code', p.code, 'name', p.name,
                    'aliases', p.aliases, 'kind', lower(p.kind), 'unit', p.unit, 'better', lower(p.better), 'options',
                    (select coalesce(json_agg(json_build_object('value', e.value, 'rank', e.rank) order by e.rank, e.value), '[]')
                        from enum_value e where e.property_code = p.code)) order by p.position, p.code), '[]')
                from property p where p.category_code = c.code) as properties
            from category c
            """;

    /** Products by code, in order; a code that no longer exists is left out. */
    public List<IndexedProduct> products(Collection<String> codes) throws SQLException {
        return withVectors(read(PRODUCTS + "where p.code = any (?) order by 1", this::product, day, day, codes));
    }

    /** The first {@link #PAGE} products that come after a code, in order. */
    List<IndexedProduct> nextProducts(String after) throws SQLException {
        return withVectors(read(PRODUCTS + "where p.code" + NEXT, this::product, day, day, after));
    }

    /** Codes of the products that come after a code, in order; all of them in pages, however many there are. */
    public List<String> productsAfter(String code, int limit) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select code from product where code > ? order by code limit ?")) {
            statement.setString(1, code);
            statement.setInt(2, limit);
            return codes(statement);
        }
    }

    List<IndexedFirm> firms(Collection<String> codes) throws SQLException {
        return read(FIRMS + "where f.code = any (?) order by 1", CatalogSnapshot::firm, codes);
    }

    List<IndexedFirm> nextFirms(String after) throws SQLException {
        return read(FIRMS + "where f.code" + NEXT, CatalogSnapshot::firm, after);
    }

    List<IndexedCategory> categories(Collection<String> codes) throws SQLException {
        return read(CATEGORIES + "where c.code = any (?) order by 1", CatalogSnapshot::whole, codes);
    }

    List<IndexedCategory> nextCategories(String after) throws SQLException {
        return read(CATEGORIES + "where c.code" + NEXT, CatalogSnapshot::whole, after);
    }

    /** Codes of the products of some firms, categories and groups of interchangeable parts. */
    List<String> productsOf(Collection<String> firms, Collection<String> categories, Collection<String> groups)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select code from product where firm_code = any (?) or category_code = any (?)
                    or code in (select product_code from equivalent_part where group_code = any (?))""")) {
            statement.setArray(1, connection.createArrayOf("text", firms.toArray()));
            statement.setArray(2, connection.createArrayOf("text", categories.toArray()));
            statement.setArray(3, connection.createArrayOf("text", groups.toArray()));
            return codes(statement);
        }
    }

    private static List<String> codes(PreparedStatement statement) throws SQLException {
        var codes = new ArrayList<String>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                codes.add(row.getString(1));
            }
        }
        return codes;
    }

    /** How many products, firms and categories there are. */
    public Map<Suggestion.Kind, Integer> counts() throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select (select count(*) from product), (select count(*) from firm),"
                                + " (select count(*) from category)")) {
            row.next();
            return Map.of(
                    Suggestion.Kind.PRODUCT, row.getInt(1),
                    Suggestion.Kind.FIRM, row.getInt(2),
                    Suggestion.Kind.CATEGORY, row.getInt(3));
        }
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** @param parameters days, texts and collections of texts */
    private <T> List<T> read(String sql, RowReader<T> reader, Object... parameters) throws SQLException {
        var found = new ArrayList<T>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(
                        i + 1,
                        parameters[i] instanceof Collection<?> texts
                                ? connection.createArrayOf("text", texts.toArray())
                                : parameters[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(reader.read(row));
                }
            }
        }
        return found;
    }

    /** With the vectors of their sentences, those that were computed. */
    private List<IndexedProduct> withVectors(List<IndexedProduct> products) throws SQLException {
        Map<String, SentenceVector> found = new SentenceVectors(connection)
                .find(products.stream().map(product -> product.sentence().key()).toList());
        return products.stream()
                .map(product -> {
                    SentenceVector vector = found.get(product.sentence().key());
                    return vector == null ? product : product.with(vector);
                })
                .toList();
    }

    private IndexedProduct product(ResultSet row) throws SQLException {
        String name = row.getString("name");
        String description = row.getString("description");
        IndexedCategory category = category(row);
        return new IndexedProduct(
                row.getString("code"),
                name,
                row.getString("model"),
                description,
                texts(row.getArray("details")),
                category,
                firm(row),
                texts(row.getArray("certificates")),
                Provenance.valueOf(row.getString("provenance")),
                new Listing(
                        new Validity(
                                row.getObject("valid_from", LocalDate.class),
                                row.getObject("valid_until", LocalDate.class)),
                        CatalogJson.interruptions(row.getString("interruptions"))),
                row.getObject("lead_time_days", Integer.class),
                row.getBigDecimal("price_low"),
                CatalogJson.specifications(row.getString("specifications")),
                ProductSentence.of(name, category, description, texts(row.getArray("characteristics"))));
    }

    private static IndexedFirm firm(ResultSet row) throws SQLException {
        return new IndexedFirm(
                row.getString("firm_code"),
                row.getString("firm_name"),
                row.getString("short_name"),
                row.getString("city_code"),
                row.getString("home_city"),
                Firm.productionCities(row.getString("city_code"), texts(row.getArray("production_sites"))));
    }

    private static IndexedCategory whole(ResultSet row) throws SQLException {
        return category(row).with(CatalogJson.properties(row.getString("properties")));
    }

    private static IndexedCategory category(ResultSet row) throws SQLException {
        return new IndexedCategory(
                row.getString("category_code"),
                row.getString("category_name"),
                row.getString("chain"),
                texts(row.getArray("category_synonyms")),
                row.getString("category_description"),
                List.of());
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
