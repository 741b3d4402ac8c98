package org.xiangpei.shared.tabular;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.tabular.FigureSheet.Column;
import org.xiangpei.shared.tabular.FigureSheet.Fact;

/**
 * Writes tables of figures as one workbook, a sheet each. Formulas are ours alone: every text, whoever wrote it, is a text in its cell and
 * never run, and keeps an apostrophe where another program would run it once the sheet is saved as CSV.
 */
public final class FigureWorkbook {

    private static final String HEADER = "D9E6F2";
    private static final Pattern REFERENCE = Pattern.compile("\\{(#?)([^}]+)}");
    private static final int LONGEST_NAME = 31;
    private static final int LETTERS = 26;

    private final Worksheet sheet;
    private final FigureSheet of;
    private final int firstFact;
    private final int heading;

    private FigureWorkbook(Worksheet sheet, FigureSheet of) {
        this.sheet = sheet;
        this.of = of;
        firstFact = 1 + of.notes().size();
        heading = firstFact + of.facts().size() + 1;
    }

    public static byte[] of(List<FigureSheet> sheets) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "Xiangpei", null)) {
            for (FigureSheet it : sheets) {
                new FigureWorkbook(workbook.newWorksheet(name(it.name())), it).write();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Writing into memory cannot fail", e);
        }
        return out.toByteArray();
    }

    /** The title up to what explains it, without what a sheet may not be called. */
    private static String name(String title) {
        String allowed = title.split("：", 2)[0].replaceAll("[\\\\/*?:\\[\\]']", "-");
        return allowed.length() <= LONGEST_NAME ? allowed : allowed.substring(0, LONGEST_NAME);
    }

    private void write() {
        text(0, 0, of.name());
        sheet.style(0, 0).bold().set();
        for (int i = 0; i < of.notes().size(); i++) {
            text(i + 1, 0, of.notes().get(i));
        }
        for (int i = 0; i < of.facts().size(); i++) {
            text(firstFact + i, 0, of.facts().get(i).label());
            sheet.value(firstFact + i, 1, of.facts().get(i).value());
        }
        for (int i = 0; i < of.columns().size(); i++) {
            Column column = of.columns().get(i);
            text(heading, i, column.heading());
            sheet.style(heading, i).bold().fillColor(HEADER).wrapText(true).set();
            sheet.width(i, column.width());
        }
        for (int i = 0; i < of.rows().size(); i++) {
            row(heading + 1 + i, cells(of.rows().get(i)));
        }
        if (of.totals() && of.rows().size() > 1) {
            totals(heading + 1 + of.rows().size());
        }
        sheet.freezePane(1, heading + 1);
    }

    /** By column; those with a formula have none. */
    private List<@Nullable Object> cells(List<@Nullable Object> given) {
        var cells = new ArrayList<@Nullable Object>();
        int next = 0;
        for (Column column : of.columns()) {
            cells.add(column.formula() == null ? given.get(next++) : null);
        }
        return cells;
    }

    private void row(int row, List<@Nullable Object> cells) {
        for (int i = 0; i < cells.size(); i++) {
            Column column = of.columns().get(i);
            String formula = column.formula();
            if (formula == null) {
                value(row, i, cells.get(i), column.format());
            } else {
                formula(row, i, formula, column.format(), cells);
            }
        }
    }

    private void value(int row, int column, @Nullable Object value, String format) {
        switch (value) {
            case null -> {}
            case BigDecimal number -> number(row, column, number, format);
            case Number number -> number(row, column, new BigDecimal(number.toString()), format);
            case LocalDate day -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            default -> text(row, column, value.toString());
        }
    }

    private void number(int row, int column, BigDecimal number, String format) {
        sheet.value(row, column, number);
        if (!format.isEmpty()) {
            sheet.style(row, column).format(format).set();
        }
    }

    private void text(int row, int column, String text) {
        if (!text.isEmpty()) {
            sheet.inlineString(row, column, FormulaGuard.harmless(text));
        }
    }

    private void formula(int row, int column, String formula, String format, List<@Nullable Object> cells) {
        Optional<String> instead = textIn(formula, cells);
        if (instead.isPresent()) {
            text(row, column, instead.get());
        } else {
            sheet.formula(row, column, at(formula, row));
            sheet.style(row, column).format(format).set();
        }
    }

    /** What stands where a formula needs a number. */
    private Optional<String> textIn(String formula, List<@Nullable Object> cells) {
        Matcher reference = REFERENCE.matcher(formula);
        while (reference.find()) {
            if (reference.group(1).isEmpty()) {
                int column = column(reference.group(2));
                String nested = of.columns().get(column).formula();
                Object cell = cells.get(column);
                Optional<String> text = nested != null
                        ? textIn(nested, cells)
                        : cell instanceof Number ? Optional.empty() : Optional.of(cell == null ? "" : cell.toString());
                if (text.isPresent()) {
                    return text;
                }
            }
        }
        return Optional.empty();
    }

    private String at(String formula, int row) {
        return REFERENCE
                .matcher(formula)
                .replaceAll(it -> Matcher.quoteReplacement(
                        it.group(1).isEmpty()
                                ? letters(column(it.group(2))) + (row + 1)
                                : "$B$" + (firstFact + fact(it.group(2)) + 1)));
    }

    private int column(String heading) {
        for (int i = 0; i < of.columns().size(); i++) {
            if (of.columns().get(i).heading().equals(heading)) {
                return i;
            }
        }
        throw new IllegalArgumentException("No column " + heading + " in " + of.name());
    }

    private int fact(String label) {
        return of.facts().stream().map(Fact::label).toList().indexOf(label);
    }

    /** Where a part is not told, the sum of the others would be no sum. */
    private void totals(int row) {
        var sums = new ArrayList<@Nullable Object>();
        for (int i = 0; i < of.columns().size(); i++) {
            int at = i;
            boolean whole = of.columns().get(i).summed()
                    && of.rows().stream().allMatch(it -> cells(it).get(at) instanceof Number);
            sums.add(whole ? BigDecimal.ZERO : "");
            if (whole) {
                sheet.formula(row, i, "SUM(%s%d:%s%d)".formatted(letters(i), heading + 2, letters(i), row));
                sheet.style(row, i).bold().format(of.columns().get(i).format()).set();
            }
        }
        text(row, 0, "合计");
        sheet.style(row, 0).bold().set();
        for (int i = 0; i < of.columns().size(); i++) {
            String formula = of.columns().get(i).formula();
            if (formula != null) {
                formula(row, i, formula, of.columns().get(i).format(), sums);
            }
        }
    }

    private static String letters(int column) {
        return column < LETTERS
                ? String.valueOf((char) ('A' + column))
                : letters(column / LETTERS - 1) + letters(column % LETTERS);
    }
}
