package org.xiangpei.search;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an index has to do to follow the database.
 *
 * @param everything all that is not among the entries goes
 * @param entries the newest state of what was touched
 * @param gone keys of what was touched and no longer exists
 */
public record CatalogChange(boolean everything, List<IndexedEntry> entries, Set<String> gone) {

    public static CatalogChange everything(CatalogSnapshot snapshot) throws SQLException {
        var entries = new ArrayList<IndexedEntry>(snapshot.products(null));
        entries.addAll(snapshot.firms(null));
        entries.addAll(snapshot.categories(null));
        return new CatalogChange(true, entries, Set.of());
    }

    /** Reads again what the changes touched: of a firm also its products, which show its name and its cities. */
    public static CatalogChange of(Collection<ChangeLog.Change> changes, CatalogSnapshot snapshot) throws SQLException {
        Set<String> firms = codes(changes, ChangeLog.Kind.FIRM);
        Set<String> categories = codes(changes, ChangeLog.Kind.CATEGORY);
        Set<String> products = products(changes, snapshot);

        var entries = new ArrayList<IndexedEntry>(snapshot.products(products));
        entries.addAll(snapshot.firms(firms));
        entries.addAll(snapshot.categories(categories));

        Set<String> gone = Stream.of(
                        keys(Suggestion.Kind.PRODUCT, products),
                        keys(Suggestion.Kind.FIRM, firms),
                        keys(Suggestion.Kind.CATEGORY, categories))
                .flatMap(keys -> keys)
                .collect(Collectors.toSet());
        entries.forEach(entry -> gone.remove(entry.key()));
        return new CatalogChange(false, entries, gone);
    }

    /** Codes of the products that changes touch, also of some that no longer exist. */
    public static Set<String> products(Collection<ChangeLog.Change> changes, CatalogSnapshot snapshot)
            throws SQLException {
        Set<String> products = new HashSet<>(codes(changes, ChangeLog.Kind.PRODUCT));
        products.addAll(snapshot.productsOf(
                codes(changes, ChangeLog.Kind.FIRM),
                codes(changes, ChangeLog.Kind.CATEGORY),
                codes(changes, ChangeLog.Kind.EQUIVALENCE_GROUP)));
        return products;
    }

    private static Set<String> codes(Collection<ChangeLog.Change> changes, ChangeLog.Kind kind) {
        return changes.stream()
                .filter(change -> change.kind() == kind)
                .map(ChangeLog.Change::code)
                .collect(Collectors.toSet());
    }

    private static Stream<String> keys(Suggestion.Kind kind, Set<String> codes) {
        return codes.stream().map(code -> IndexedEntry.key(kind, code));
    }
}
