package org.xiangpei.catalog.load;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.persistence.EntityManager;

import org.xiangpei.shared.City;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.tabular.RowErrors;
import org.xiangpei.shared.tabular.Sheet;

/** The catalogue as it would be after one upload, or after one was taken back. */
final class CatalogDraft {

    private final CatalogTables catalogue;
    private final Optional<City> only;
    private final List<String> ignored = new ArrayList<>();

    /** @param only the city to whose firms all changes are limited; empty when they are not */
    CatalogDraft(Clock clock, Optional<City> only) {
        this.catalogue = new CatalogTables(clock);
        this.only = only;
    }

    /**
     * Reads and checks an upload against what is stored.
     *
     * @throws RuleViolation {@code file-empty} when it has no table of the catalogue; {@code file-unreadable} when it has one twice
     */
    void read(List<Sheet> sheets, RowErrors errors, EntityManager entities) {
        Map<String, Sheet> byName = sheets.stream()
                .collect(Collectors.toMap(
                        sheet -> sheet.name().toLowerCase(Locale.ROOT), Function.identity(), CatalogDraft::twice));
        catalogue.recall(entities);
        for (CatalogTable<?, ?, ?> table : catalogue.list()) {
            Sheet sheet = byName.remove(table.name());
            if (sheet != null) {
                table.read(sheet, errors);
            }
        }
        byName.remove(CatalogTemplate.EXPLANATION);
        byName.values().forEach(sheet -> ignored.add(sheet.file()));
        requireAnyTable();
        check();
    }

    private static Sheet twice(Sheet one, Sheet other) {
        throw new RuleViolation("file-unreadable", one.file() + " 和 " + other.file() + " 是同一张表，请合并为一张后重新提交。");
    }

    /** Reads what an import did, to take it back; what stands against that is added to the errors. */
    void undo(List<RowChange> changes, RowErrors errors, EntityManager entities) {
        catalogue.recall(entities);
        Map<String, List<RowChange>> byTable = changes.stream().collect(Collectors.groupingBy(RowChange::table));
        catalogue.list().forEach(table -> table.undo(byTable.getOrDefault(table.name(), List.of()), errors));
        check();
    }

    private void check() {
        List<CatalogTable<?, ?, ?>> tables = catalogue.list();
        tables.forEach(CatalogTable::prepare);
        tables.forEach(CatalogTable::check);
        only.map(city -> new CityLimit(city, catalogue.firms()))
                .ifPresent(limit -> tables.forEach(table -> table.limitTo(limit)));
    }

    private void requireAnyTable() {
        if (catalogue.list().stream().noneMatch(CatalogTable::sent)) {
            String names = catalogue.list().stream()
                    .filter(CatalogTable::hasFile)
                    .map(CatalogTable::name)
                    .collect(Collectors.joining("、"));
            throw new RuleViolation("file-empty", "没有可以导入的表。文件名（或工作表名）应为：" + names + "。");
        }
    }

    void store(EntityManager entities) {
        catalogue.list().forEach(table -> table.store(entities));
    }

    /** Removes what the undone import had added, what refers to others first; errors name what still refers to it. */
    void remove(EntityManager entities) {
        entities.flush();
        var references = new References(entities);
        catalogue.list().reversed().forEach(table -> table.remove(entities, references));
    }

    ImportResult result(RowErrors errors) {
        List<CatalogTable<?, ?, ?>> sent =
                catalogue.list().stream().filter(CatalogTable::sent).toList();
        return new ImportResult(
                sent.stream().map(CatalogTable::count).toList(),
                ignored.stream().sorted().toList(),
                errors.list(),
                errors.total(),
                sent.stream().<RowChange>flatMap(CatalogTable::changes).toList());
    }
}
