package org.xiangpei.requirement.bill;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.xiangpei.requirement.bill.RowCells.Cell;
import org.xiangpei.requirement.intake.NotUnderstood;
import org.xiangpei.requirement.intake.ReadLine;
import org.xiangpei.requirement.intake.RowReader;
import org.xiangpei.requirement.intake.RowReader.Counted;
import org.xiangpei.requirement.intake.TradeWords;
import org.xiangpei.shared.units.Units;

/** Says what a row is, by what its columns hold. Cells are only ever read, never run or followed. */
final class RowInterpreter {

    private static final Pattern DATE = Pattern.compile("\\d{4}[-/.年]\\d{1,2}(?:[-/.月]\\d{1,2}日?)?.*");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}(?:\\.\\d)?");
    private static final int LONGEST_NAME = 200;

    private final List<BillColumn> columns;
    private final TradeWords words;

    /** What is asked in a cell, and in which. */
    private record Clause(String column, String text) {}

    RowInterpreter(List<BillColumn> columns, TradeWords words) {
        this.columns = columns;
        this.words = words;
    }

    /** @param category that somebody has chosen for it; null to recognise it */
    RowMeaning read(List<String> row, @Nullable String category) {
        RowCells cells = RowCells.of(columns, row);
        Optional<Remark> why = NoLine.why(cells);
        if (why.isPresent()) {
            return new RowMeaning.NoLine(why.get());
        }
        return cells.name()
                .map(name -> line(cells, name, category))
                .orElseGet(() -> new RowMeaning.NoLine(new Remark(
                        RemarkKind.FAULT, null, cells.joined(), "这一行没有名称，没有成为需求行；若它接着上一行写，请在表格里合并单元格或写在同一行")));
    }

    private RowMeaning line(RowCells cells, Cell name, @Nullable String category) {
        List<Remark> remarks = new ArrayList<>();
        List<Clause> clauses = clauses(cells, name, remarks);
        var asked = new RowReader.Cells(
                RowCells.oneLine(name.text()),
                cells.texts(ColumnRole.KIND),
                clauses.stream().map(Clause::text).toList());
        ReadLine read = RowReader.read(asked, category, words);
        notUnderstood(read, asked, clauses, cells.called(name), remarks);
        var amounts = new RowAmounts(cells, remarks);
        Optional<Counted> counted = amounts.counted();
        return new RowMeaning.Line(
                named(read),
                cells.model(name),
                counted.map(Counted::number).orElse(null),
                counted.map(Counted::unit).filter(unit -> !unit.isEmpty()).orElse(null),
                amounts.budget(counted),
                cells.joined(),
                remarks);
    }

    private static ReadLine named(ReadLine read) {
        return read.name().length() <= LONGEST_NAME
                ? read
                : new ReadLine(
                        read.ref(),
                        read.name().substring(0, LONGEST_NAME),
                        read.quantity(),
                        read.unit(),
                        read.category(),
                        read.criteria(),
                        read.unparsed(),
                        read.source());
    }

    private static List<Clause> clauses(RowCells cells, Cell name, List<Remark> remarks) {
        List<Clause> clauses = new ArrayList<>();
        Stream.of(ColumnRole.MODEL, ColumnRole.DEMAND)
                .flatMap(role -> cells.all(role).stream())
                .filter(cell -> cell.column() != name.column())
                .forEach(cell -> clauses.add(new Clause(cells.called(cell), cell.text())));
        cells.all(ColumnRole.PROPERTY)
                .forEach(cell -> clauses.add(new Clause(cells.called(cell), property(cells.column(cell), cell))));
        cells.all(ColumnRole.DELIVERY).forEach(cell -> {
            if (DATE.matcher(cell.text()).matches()) {
                remarks.add(
                        new Remark(RemarkKind.HINT, cells.called(cell), cell.text(), "交货期写成日期，没有成为条款；请在需求的“最晚到货”里填写"));
            } else {
                clauses.add(new Clause(cells.called(cell), delivery(cells.column(cell), cell)));
            }
        });
        return clauses;
    }

    /** The heading says what the number is, and in what. */
    private static String property(BillColumn column, Cell cell) {
        String unit = column.unit();
        boolean bare = ColumnContents.number(cell.text()) != null && unit != null && Units.known(unit);
        return HeadingWords.plain(ColumnGuess.lastPart(column.heading())) + "：" + cell.text() + (bare ? unit : "");
    }

    private static String delivery(BillColumn column, Cell cell) {
        String unit = column.unit();
        boolean bare = NUMBER.matcher(cell.text()).matches();
        boolean said = unit != null && unit.matches("天|日|周|个?月|工作日|日历天");
        return "交货期：" + cell.text() + (bare ? (said ? unit : "天") : "");
    }

    /** Said of the column that it stands in; of a row that is of no known kind nothing can be understood, which is said elsewhere. */
    private static void notUnderstood(
            ReadLine read, RowReader.Cells asked, List<Clause> clauses, String nameColumn, List<Remark> remarks) {
        if (read.category() == null) {
            return;
        }
        for (NotUnderstood it : read.unparsed()) {
            int clause = asked.clauseAt(it.source().start());
            String column = clause < 0 ? nameColumn : clauses.get(clause).column();
            remarks.add(new Remark(RemarkKind.HINT, column, it.source().text(), it.reason()));
        }
    }
}
