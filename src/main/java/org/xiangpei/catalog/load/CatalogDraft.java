package org.xiangpei.catalog.load;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.persistence.EntityManager;

import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.tabular.RowErrors;
import org.xiangpei.shared.tabular.Sheet;

/** The catalogue as it would be after one upload. */
final class CatalogDraft {

    /** In the order in which rows refer to one another, which is also the order of reading and of storing. */
    private final List<CatalogTable<?, ?, ?>> tables;

    private final List<String> ignored = new ArrayList<>();

    CatalogDraft(Clock clock) {
        var regions = new RegionTable();
        var parks = new ParkTable(regions);
        var categories = new CategoryTable();
        var properties = new PropertyTable(categories);
        var enums = new EnumTable(properties);
        var firms = new FirmTable(regions, parks, clock);
        var products = new ProductTable(firms, categories);
        var groups = new GroupTable();
        tables = List.of(
                regions,
                parks,
                categories,
                properties,
                enums,
                firms,
                products,
                new SpecificationTable(products, properties, enums),
                new CertificateTable(firms, products),
                groups,
                new PartTable(groups, products));
    }

    /**
     * Reads and checks an upload against what is stored.
     *
     * @throws RuleViolation {@code file-empty} when it has no table of the catalogue
     */
    void read(List<Sheet> sheets, RowErrors errors, EntityManager entities) {
        Map<String, Sheet> byName = sheets.stream()
                .collect(Collectors.toMap(
                        sheet -> sheet.name().toLowerCase(Locale.ROOT), Function.identity(), (one, other) -> one));
        tables.forEach(table -> table.recall(entities));
        for (CatalogTable<?, ?, ?> table : tables) {
            Sheet sheet = byName.remove(table.name());
            if (sheet != null) {
                table.read(sheet, errors);
            }
        }
        byName.values().forEach(sheet -> ignored.add(sheet.file()));
        requireAnyTable();
        tables.forEach(CatalogTable::prepare);
        tables.forEach(CatalogTable::check);
    }

    private void requireAnyTable() {
        if (tables.stream().noneMatch(CatalogTable::sent)) {
            String names = tables.stream().map(CatalogTable::name).collect(Collectors.joining("、"));
            throw new RuleViolation("file-empty", "没有可以导入的表。文件名（或工作表名）应为：" + names + "。");
        }
    }

    void store(EntityManager entities) {
        tables.forEach(table -> table.store(entities));
    }

    ImportResult result(RowErrors errors) {
        List<TableCount> counts = tables.stream()
                .filter(CatalogTable::sent)
                .map(CatalogTable::count)
                .toList();
        return new ImportResult(counts, ignored.stream().sorted().toList(), errors.list(), errors.total());
    }
}
