package org.xiangpei.shared.tabular;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.RuleViolation;

/** Reads the sheets of an XLSX workbook row by row. Formulas are never computed: their stored result is read. */
final class Workbook {

    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);

    private final String file;
    private final RowBudget budget;
    private final RowErrors errors;

    Workbook(String file, RowBudget budget, RowErrors errors) {
        this.file = file;
        this.budget = budget;
        this.errors = errors;
    }

    /** The sheets that are not empty. The file must have passed {@link Archive}'s checks. */
    List<Sheet> read(Path path) {
        try (var workbook = new ReadableWorkbook(path.toFile(), WITH_FORMATS)) {
            var sheets = new ArrayList<Sheet>();
            for (var sheet : workbook.getSheets().toList()) {
                sheets.add(read(sheet, new SheetCells(workbook.isDate1904())));
            }
            sheets.removeIf(sheet -> sheet.header().cells().isEmpty());
            return sheets;
        } catch (RuleViolation e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw unreadable();
        }
    }

    /** The same rows, without keeping any of them; also those of empty and hidden sheets. */
    void stream(Path path, TableRows rows) {
        try (var workbook = new ReadableWorkbook(path.toFile(), WITH_FORMATS)) {
            MergedRegions merged = MergedRegions.read(path);
            for (var sheet : workbook.getSheets().toList()) {
                String name = file + "[" + sheet.getName() + "]";
                boolean hidden = sheet.getVisibility() != SheetVisibility.VISIBLE;
                rows.table(name, sheet.getName().strip(), hidden, merged.of(sheet.getName()));
                var cells = new SheetCells(workbook.isDate1904());
                try (Stream<org.dhatim.fastexcel.reader.Row> all = sheet.openStream()) {
                    lines(name, all, cells).forEach(rows::row);
                }
            }
        } catch (RuleViolation e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw unreadable();
        }
    }

    private Stream<Sheet.Line> lines(String name, Stream<org.dhatim.fastexcel.reader.Row> rows, SheetCells cells) {
        return rows.map(row -> line(name, row, cells))
                .filter(line -> !line.blank())
                .peek(line -> budget.take(name));
    }

    private RuleViolation unreadable() {
        return new RuleViolation("file-unreadable", file + "：不是完好的 XLSX 工作簿，请用 Excel 或 WPS 打开后另存为 .xlsx 再提交。");
    }

    private Sheet read(org.dhatim.fastexcel.reader.Sheet source, SheetCells cells) throws IOException {
        String name = file + "[" + source.getName() + "]";
        var lines = new ArrayList<Sheet.Line>();
        try (Stream<org.dhatim.fastexcel.reader.Row> rows = source.openStream()) {
            lines(name, rows, cells).forEach(lines::add);
        }
        Sheet.Line header = lines.isEmpty() ? new Sheet.Line(1, List.of()) : lines.removeFirst();
        var sheet = new Sheet(name, source.getName().strip(), header, lines);
        int width = Columns.headings(sheet).size();
        lines.replaceAll(line -> line.withoutBlanksAfter(width).filledTo(width));
        return sheet;
    }

    private Sheet.Line line(String name, org.dhatim.fastexcel.reader.Row row, SheetCells cells) {
        var texts = new ArrayList<String>(row.getCellCount());
        for (int i = 0; i < row.getCellCount(); i++) {
            texts.add(text(name, row.getRowNum(), i, row.getCell(i), cells));
        }
        return new Sheet.Line(row.getRowNum(), texts);
    }

    private String text(String name, int row, int column, @Nullable Cell cell, SheetCells cells) {
        if (cell == null) {
            return "";
        }
        try {
            return budget.shortened(name, row, column, CellText.trimmed(cells.text(cell)), errors);
        } catch (BadCell e) {
            errors.add(
                    name,
                    row,
                    "第 " + (column + 1) + " 列",
                    cell.getFormula(),
                    "单元格 " + cell.getAddress() + "：" + e.reason());
            return "";
        }
    }
}
