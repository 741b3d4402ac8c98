package org.xiangpei.catalog.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.hibernate.Session;

import org.xiangpei.catalog.load.FileColumns.FileColumn;
import org.xiangpei.shared.Labels;

import static java.util.stream.Collectors.joining;

/**
 * The workbook that people fill in: a sheet of explanations, and one for each table with the columns that its reader asks for. Filled,
 * it holds the catalogue as it is, and importing it unchanged changes nothing.
 */
@ApplicationScoped
public class CatalogTemplate {

    /** The sheet that is not data; an import passes over it. */
    static final String EXPLANATION = "说明";

    private static final List<String> EXPLAINED = List.of("工作表", "列", "含义", "必须有这一列", "怎么填");
    private static final int[] WIDTHS = {16, 26, 24, 14, 90};
    private static final int WIDTH = 18;
    private static final String HEADER = "E8F0F8";

    private final EntityManager entities;
    private final Clock clock;

    CatalogTemplate(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** @param filled with all rows of the catalogue; without, the tables have only their headers */
    @Transactional
    public byte[] workbook(boolean filled) {
        var tables = new CatalogTables(clock);
        if (filled) {
            entities.unwrap(Session.class).setDefaultReadOnly(true);
            tables.recall(entities);
        }
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "Xiangpei", null)) {
            explain(workbook.newWorksheet(EXPLANATION), tables);
            tables.list().stream()
                    .filter(CatalogTable::hasFile)
                    .forEach(table -> write(workbook.newWorksheet(table.name()), table));
        } catch (IOException e) {
            throw new UncheckedIOException("Writing into memory cannot fail", e);
        }
        return out.toByteArray();
    }

    private static void write(Worksheet sheet, CatalogTable<?, ?, ?> table) {
        List<String> columns = table.columns().list().stream()
                .filter(column -> !column.optional())
                .map(FileColumn::name)
                .toList();
        header(sheet, columns);
        for (int i = 0; i < columns.size(); i++) {
            sheet.width(i, WIDTH);
        }
        int line = 1;
        for (Map<String, String> cells : table.exported().toList()) {
            for (int i = 0; i < columns.size(); i++) {
                String text = cells.get(columns.get(i));
                if (text != null) {
                    sheet.value(line, i, text);
                }
            }
            line++;
        }
    }

    private static void explain(Worksheet sheet, CatalogTables tables) {
        header(sheet, EXPLAINED);
        for (int i = 0; i < WIDTHS.length; i++) {
            sheet.width(i, WIDTHS[i]);
        }
        int line = 1;
        for (CatalogTable<?, ?, ?> table : tables.list()) {
            if (table.hasFile()) {
                for (FileColumn<?, ?> column : table.columns().list()) {
                    explain(sheet, line++, table.name(), column);
                }
            }
        }
    }

    private static void explain(Worksheet sheet, int line, String table, FileColumn<?, ?> column) {
        sheet.value(line, 0, table + "（" + Labels.of("table", table) + "）");
        sheet.value(line, 1, column.name());
        sheet.value(line, 2, Labels.of("column", table + "." + column.name()));
        sheet.value(line, 3, column.optional() ? "否" : "是");
        sheet.value(line, 4, Labels.of("columnHelp", table + "." + column.name()) + choices(column));
    }

    private static String choices(FileColumn<?, ?> column) {
        return column.choices().isEmpty()
                ? ""
                : "。可选值："
                        + column.choices().entrySet().stream()
                                .map(choice -> choice.getKey()
                                        + (choice.getValue().isEmpty() ? "" : "（" + choice.getValue() + "）"))
                                .collect(joining("、"));
    }

    private static void header(Worksheet sheet, List<String> columns) {
        for (int i = 0; i < columns.size(); i++) {
            sheet.value(0, i, columns.get(i));
            sheet.style(0, i).bold().fillColor(HEADER).set();
        }
        sheet.freezePane(0, 1);
    }
}
