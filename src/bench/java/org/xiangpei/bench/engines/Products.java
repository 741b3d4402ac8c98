package org.xiangpei.bench.engines;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.xiangpei.search.CatalogChange;
import org.xiangpei.search.CatalogSnapshot;
import org.xiangpei.search.IndexedProduct;
import org.xiangpei.shared.City;

/** The products as the peers get them: the same texts and the same facets that our own index has. */
final class Products {

    private Products() {}

    interface Receiver {
        void take(IndexedProduct product) throws IOException;
    }

    static void read(BenchDatabase database, Receiver receiver) throws SQLException, IOException {
        try (Connection connection = database.source().getConnection()) {
            connection.setAutoCommit(false);
            CatalogChange.everything(new CatalogSnapshot(connection, LocalDate.now()))
                    .forEach(batch -> {
                        for (var entry : batch.entries()) {
                            if (entry instanceof IndexedProduct product) {
                                receiver.take(product);
                            }
                        }
                    });
        }
    }

    static Map<String, List<String>> texts(IndexedProduct product) {
        return Map.of(
                "name", List.of(product.name()),
                "model", Stream.ofNullable(product.model()).toList(),
                "category", List.of(product.category().name()),
                "synonyms",
                        join(
                                product.category().synonyms(),
                                List.of(product.category().chain())),
                "description", Stream.ofNullable(product.description()).toList(),
                "details",
                        join(
                                product.details(),
                                product.certificates(),
                                List.of(product.category().description())),
                "firm",
                        join(
                                List.of(
                                        product.firm().name(),
                                        product.firm().shortName(),
                                        product.firm().city()),
                                cities(product)));
    }

    static Map<String, List<String>> facets(IndexedProduct product) {
        return Map.of(
                "city",
                        product.firm().productionCities().stream()
                                .map(City::code)
                                .toList(),
                "category", List.of(product.category().code()),
                "chain", List.of(product.category().chain()),
                "certificate", product.certificates(),
                "provenance", List.of(product.provenance().code()));
    }

    /** The last day on which it is listed, as a day number. */
    static long until(IndexedProduct product) {
        LocalDate until = product.listing().validity().until();
        return until == null ? Long.MAX_VALUE : until.toEpochDay();
    }

    private static List<String> cities(IndexedProduct product) {
        return product.firm().productionCities().stream().map(City::label).toList();
    }

    @SafeVarargs
    private static List<String> join(List<String>... lists) {
        return Stream.of(lists)
                .flatMap(List::stream)
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
