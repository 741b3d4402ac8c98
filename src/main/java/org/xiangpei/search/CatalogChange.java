package org.xiangpei.search;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What an index has to do to follow the database, read in batches: a catalogue of a million products is never in memory as a whole. */
public final class CatalogChange {

    /**
     * Some of what was touched.
     *
     * @param entries as they are now
     * @param gone keys of what no longer exists
     */
    public record Batch(List<IndexedEntry> entries, Set<String> gone) {}

    public interface Receiver {
        void take(Batch batch) throws IOException;
    }

    private interface Reading {
        void into(Receiver receiver) throws SQLException, IOException;
    }

    private interface Pages {
        List<? extends IndexedEntry> after(String code) throws SQLException;
    }

    private interface Lookup {
        List<? extends IndexedEntry> of(Collection<String> codes) throws SQLException;
    }

    private final boolean everything;
    private final Reading reading;

    private CatalogChange(boolean everything, Reading reading) {
        this.everything = everything;
        this.reading = reading;
    }

    public static CatalogChange everything(CatalogSnapshot snapshot) {
        return new CatalogChange(true, receiver -> {
            readAll(snapshot::nextProducts, receiver);
            readAll(snapshot::nextFirms, receiver);
            readAll(snapshot::nextCategories, receiver);
        });
    }

    /** Reads again what the changes touched: of a firm also its products, which show its name and its cities. */
    public static CatalogChange of(Collection<ChangeLog.Change> changes, CatalogSnapshot snapshot) {
        return new CatalogChange(false, receiver -> {
            readAgain(Suggestion.Kind.PRODUCT, products(changes, snapshot), snapshot::products, receiver);
            readAgain(Suggestion.Kind.FIRM, codes(changes, ChangeLog.Kind.FIRM), snapshot::firms, receiver);
            readAgain(
                    Suggestion.Kind.CATEGORY, codes(changes, ChangeLog.Kind.CATEGORY), snapshot::categories, receiver);
        });
    }

    /** Whether all that is in no batch goes. */
    public boolean everything() {
        return everything;
    }

    /** Reads the database, one batch after the other. */
    public void forEach(Receiver receiver) throws SQLException, IOException {
        reading.into(receiver);
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

    private static void readAll(Pages pages, Receiver receiver) throws SQLException, IOException {
        String last = "";
        for (var page = pages.after(last); !page.isEmpty(); page = pages.after(last)) {
            receiver.take(new Batch(List.copyOf(page), Set.of()));
            last = page.getLast().code();
        }
    }

    private static void readAgain(Suggestion.Kind kind, Set<String> touched, Lookup lookup, Receiver receiver)
            throws SQLException, IOException {
        List<String> codes = List.copyOf(touched);
        for (int from = 0; from < codes.size(); from += CatalogSnapshot.PAGE) {
            List<String> some = codes.subList(from, Math.min(from + CatalogSnapshot.PAGE, codes.size()));
            var entries = new ArrayList<IndexedEntry>(lookup.of(some));
            Set<String> gone =
                    some.stream().map(code -> IndexedEntry.key(kind, code)).collect(Collectors.toSet());
            entries.forEach(entry -> gone.remove(entry.key()));
            receiver.take(new Batch(entries, gone));
        }
    }

    private static Set<String> codes(Collection<ChangeLog.Change> changes, ChangeLog.Kind kind) {
        return changes.stream()
                .filter(change -> change.kind() == kind)
                .map(ChangeLog.Change::code)
                .collect(Collectors.toSet());
    }
}
