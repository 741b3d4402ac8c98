package org.xiangpei.catalog.load;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The columns of each table, in the order of its file. */
public final class CatalogColumns {

    private static final Map<String, List<String>> BY_TABLE = new CatalogTables(Clock.systemUTC())
            .list().stream().collect(Collectors.toMap(CatalogTable::name, table -> table.columns().list().stream()
                    .map(FileColumns.FileColumn::name)
                    .toList()));

    private CatalogColumns() {}

    public static List<String> of(String table) {
        return BY_TABLE.getOrDefault(table, List.of());
    }
}
