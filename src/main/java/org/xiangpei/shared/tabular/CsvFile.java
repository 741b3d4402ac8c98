package org.xiangpei.shared.tabular;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads CSV as of RFC 4180, parted by commas (or, as some spreadsheets save it, by semicolons or tabs, when the first line has
 * those and no comma). A row's number is that of its first line in the file.
 */
final class CsvFile {

    private static final int LOOKED_AT = 40;

    private final String file;
    private final RowBudget budget;
    private final RowErrors errors;
    private final RowErrors broken;

    CsvFile(String file, RowBudget budget, RowErrors errors) {
        this(file, budget, errors, errors);
    }

    /** @param broken where it goes that the reading had to end */
    CsvFile(String file, RowBudget budget, RowErrors errors, RowErrors broken) {
        this.file = file;
        this.budget = budget;
        this.errors = errors;
        this.broken = broken;
    }

    Sheet read(byte[] bytes) {
        TextEncoding encoding = TextEncoding.of(file, bytes);
        var lines = new ArrayList<Sheet.Line>();
        lines(bytes, encoding, delimiter(encoding, bytes), lines::add);
        return sheet(lines);
    }

    /** The same rows, without keeping any of them; titles may stand above the table. */
    void stream(byte[] bytes, TableRows rows) {
        TextEncoding encoding = TextEncoding.of(file, bytes);
        rows.table(file, FileNames.withoutEnding(file), false, List.of());
        lines(bytes, encoding, commonDelimiter(encoding, bytes), rows::row);
    }

    private void lines(byte[] bytes, TextEncoding encoding, char delimiter, Consumer<Sheet.Line> found) {
        try (CSVParser parser = CSVParser.parse(encoding.reader(bytes), format(delimiter))) {
            lines(parser, found);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading bytes in memory cannot fail", e);
        }
    }

    /** Broken quoting ends the reading, because what follows cannot be told apart any more. */
    private void lines(CSVParser parser, Consumer<Sheet.Line> found) {
        Iterator<CSVRecord> records = parser.iterator();
        int number = 1;
        try {
            while (records.hasNext()) {
                Sheet.Line line = line(number, records.next());
                if (!line.blank()) {
                    budget.take(file);
                    found.accept(line);
                }
                number = (int) parser.getCurrentLineNumber() + 1;
            }
        } catch (UncheckedIOException e) {
            broken.add(file, number, null, null, "双引号不成对：从这一行起无法读取。含逗号或换行的值要整体用双引号括起，值中的双引号要写成两个");
        }
    }

    private Sheet.Line line(int number, CSVRecord values) {
        var cells = new ArrayList<String>(values.size());
        for (int i = 0; i < values.size(); i++) {
            String cell = CellText.trimmed(values.get(i));
            cells.add(budget.shortened(file, number, i, cell, errors));
        }
        return new Sheet.Line(number, cells);
    }

    private Sheet sheet(List<Sheet.Line> lines) {
        Sheet.Line header = lines.isEmpty() ? new Sheet.Line(1, List.of()) : lines.removeFirst();
        var sheet = new Sheet(file, FileNames.withoutEnding(file), header, lines);
        int width = Columns.headings(sheet).size();
        lines.replaceAll(line -> line.withoutBlanksAfter(width));
        return sheet;
    }

    private static CSVFormat format(char delimiter) {
        return CSVFormat.RFC4180
                .builder()
                .setIgnoreEmptyLines(false)
                .setDelimiter(delimiter)
                .get();
    }

    private static String start(TextEncoding encoding, byte[] bytes) {
        int end = Math.min(bytes.length, 8000);
        return new String(bytes, encoding.markLength(), Math.max(0, end - encoding.markLength()), encoding.charset());
    }

    /** What most of the first lines have in them. */
    private static char commonDelimiter(TextEncoding encoding, byte[] bytes) {
        List<String> lines = start(encoding, bytes).lines().limit(LOOKED_AT).toList();
        char common = ',';
        long most = 0;
        for (char delimiter : new char[] {',', '\t', ';'}) {
            long count =
                    lines.stream().filter(line -> line.indexOf(delimiter) >= 0).count();
            if (count > most) {
                most = count;
                common = delimiter;
            }
        }
        return common;
    }

    private static char delimiter(TextEncoding encoding, byte[] bytes) {
        String first = start(encoding, bytes)
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("");
        if (first.indexOf(',') >= 0) {
            return ',';
        }
        return first.indexOf('\t') >= 0 ? '\t' : first.indexOf(';') >= 0 ? ';' : ',';
    }
}
