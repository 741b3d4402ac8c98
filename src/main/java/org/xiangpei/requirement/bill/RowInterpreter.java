package org.xiangpei.requirement.bill;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.xiangpei.requirement.intake.NotUnderstood;
import org.xiangpei.requirement.intake.ReadLine;
import org.xiangpei.requirement.intake.RowReader;
import org.xiangpei.requirement.intake.RowReader.Counted;
import org.xiangpei.requirement.intake.TradeWords;
import org.xiangpei.shared.units.Units;

/** Says what a row is, by what its columns hold. Cells are only ever read, never run or followed. */
final class RowInterpreter {

    private static final Pattern SUM =
            Pattern.compile("(?:本页|本表|分项|分部|以上|本)?\\s*(?:小\\s*计|合\\s*计|总\\s*计|累\\s*计|共\\s*计)(?:[（(:：].*|金额.*)?");
    private static final Pattern FOOT =
            Pattern.compile("(?:注|备注|说明|编制人?|审核人?|批准人?|制表人?|填表人?|日期|联系人|联系电话|供应商|单位盖章|盖章)\\s*[:：].*", Pattern.DOTALL);
    private static final Pattern ORDINAL =
            Pattern.compile("[（(]?[一二三四五六七八九十]{1,3}[)）]?[、.．]?|[A-Z][、.．]?|[IVX]{1,4}[、.．]?");
    private static final Pattern NOTHING = Pattern.compile("[/\\\\\\-—–－~]{1,3}|无|N/?A|n/?a|略");
    private static final Pattern DATE = Pattern.compile("\\d{4}[-/.年]\\d{1,2}(?:[-/.月]\\d{1,2}日?)?.*");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}(?:\\.\\d)?");
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_MODEL = 200;
    private static final int LONGEST_UNIT = 20;
    private static final int LONGEST_WORDS = 2000;

    private final List<BillColumn> columns;
    private final TradeWords words;

    /** A cell that is not empty. */
    private record Cell(int column, String text) {}

    /** What is asked in a cell, and in which. */
    private record Clause(String column, String text) {}

    RowInterpreter(List<BillColumn> columns, TradeWords words) {
        this.columns = columns;
        this.words = words;
    }

    /** @param category that somebody has chosen for it; null to recognise it */
    RowMeaning read(List<String> row, @Nullable String category) {
        Map<ColumnRole, List<Cell>> cells = cells(row);
        Optional<Remark> why = noLine(row, cells);
        if (why.isPresent()) {
            return new RowMeaning.NoLine(why.get());
        }
        List<Remark> remarks = new ArrayList<>();
        Optional<Cell> name = name(cells);
        if (name.isEmpty()) {
            return new RowMeaning.NoLine(
                    new Remark(RemarkKind.FAULT, null, joined(row), "这一行没有名称，没有成为需求行；若它接着上一行写，请在表格里合并单元格或写在同一行"));
        }
        List<Clause> clauses = clauses(cells, name.get(), remarks);
        var asked = new RowReader.Cells(
                oneLine(name.get().text()),
                texts(cells, ColumnRole.KIND),
                clauses.stream().map(Clause::text).toList());
        ReadLine read = RowReader.read(asked, category, words);
        notUnderstood(read, asked, clauses, name.get(), remarks);
        Optional<Counted> counted = counted(cells, remarks);
        return new RowMeaning.Line(
                named(read),
                model(cells, name.get()),
                counted.map(Counted::number).orElse(null),
                counted.map(Counted::unit).filter(unit -> !unit.isEmpty()).orElse(null),
                budget(cells, counted, remarks),
                joined(row),
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

    private Map<ColumnRole, List<Cell>> cells(List<String> row) {
        Map<ColumnRole, List<Cell>> cells = new EnumMap<>(ColumnRole.class);
        for (int i = 0; i < row.size(); i++) {
            String text = row.get(i).strip();
            ColumnRole role = i < columns.size() ? columns.get(i).role() : ColumnRole.IGNORED;
            if (!text.isEmpty() && !NOTHING.matcher(text).matches()) {
                cells.computeIfAbsent(role, key -> new ArrayList<>()).add(new Cell(i, text));
            }
        }
        return cells;
    }

    private Optional<Remark> noLine(List<String> row, Map<ColumnRole, List<Cell>> cells) {
        List<String> filled =
                row.stream().map(String::strip).filter(cell -> !cell.isEmpty()).toList();
        if (filled.isEmpty()) {
            return Optional.of(skipped(row, "空行"));
        }
        if (isHeadingAgain(row)) {
            return Optional.of(skipped(row, "重复的表头"));
        }
        if (filled.stream().limit(3).anyMatch(cell -> SUM.matcher(cell).matches())) {
            return Optional.of(skipped(row, "小计或合计"));
        }
        boolean counted = cells.containsKey(ColumnRole.QUANTITY);
        if (!counted && FOOT.matcher(filled.getFirst()).matches()) {
            return Optional.of(skipped(row, "表尾的说明"));
        }
        boolean alone = filled.stream().distinct().count() == 1 && has(ColumnRole.QUANTITY);
        boolean asks = Stream.of(ColumnRole.MODEL, ColumnRole.DEMAND, ColumnRole.PROPERTY)
                .anyMatch(cells::containsKey);
        boolean ordinal = !asks
                && cells.getOrDefault(ColumnRole.NUMBER, List.of()).stream()
                        .anyMatch(cell -> ORDINAL.matcher(cell.text()).matches());
        return !counted && ((alone && !asks) || ordinal) ? Optional.of(skipped(row, "分部标题")) : Optional.empty();
    }

    private static Remark skipped(List<String> row, String reason) {
        return new Remark(RemarkKind.SKIPPED, null, joined(row), reason);
    }

    private boolean has(ColumnRole role) {
        return columns.stream().anyMatch(column -> column.role() == role);
    }

    /** Printed lists have their headings again on every page. */
    private boolean isHeadingAgain(List<String> row) {
        int same = 0;
        for (int i = 0; i < row.size(); i++) {
            String cell = row.get(i).strip();
            if (!cell.isEmpty()) {
                boolean heading = i < columns.size()
                        && !columns.get(i).heading().isEmpty()
                        && columns.get(i).heading().contains(oneLine(cell));
                if (!heading) {
                    return false;
                }
                same++;
            }
        }
        return same > 1;
    }

    private static Optional<Cell> name(Map<ColumnRole, List<Cell>> cells) {
        return Stream.of(ColumnRole.NAME, ColumnRole.MODEL, ColumnRole.KIND)
                .flatMap(role -> cells.getOrDefault(role, List.of()).stream())
                .findFirst();
    }

    private List<Clause> clauses(Map<ColumnRole, List<Cell>> cells, Cell name, List<Remark> remarks) {
        List<Clause> clauses = new ArrayList<>();
        Stream.of(ColumnRole.MODEL, ColumnRole.DEMAND)
                .flatMap(role -> cells.getOrDefault(role, List.of()).stream())
                .filter(cell -> cell.column() != name.column())
                .forEach(cell -> clauses.add(new Clause(called(cell), cell.text())));
        cells.getOrDefault(ColumnRole.PROPERTY, List.of())
                .forEach(cell -> clauses.add(new Clause(called(cell), property(cell))));
        cells.getOrDefault(ColumnRole.DELIVERY, List.of()).forEach(cell -> {
            if (DATE.matcher(cell.text()).matches()) {
                remarks.add(new Remark(RemarkKind.HINT, called(cell), cell.text(), "交货期写成日期，没有成为条款；请在需求的“最晚到货”里填写"));
            } else {
                clauses.add(new Clause(called(cell), delivery(cell)));
            }
        });
        return clauses;
    }

    /** The heading says what the number is, and in what. */
    private String property(Cell cell) {
        BillColumn column = columns.get(cell.column());
        String unit = column.unit();
        boolean bare = ColumnContents.number(cell.text()) != null && unit != null && Units.known(unit);
        return HeadingWords.plain(ColumnGuess.lastPart(column.heading())) + "：" + cell.text() + (bare ? unit : "");
    }

    private String delivery(Cell cell) {
        String unit = columns.get(cell.column()).unit();
        boolean bare = NUMBER.matcher(cell.text()).matches();
        boolean said = unit != null && unit.matches("天|日|周|个?月|工作日|日历天");
        return "交货期：" + cell.text() + (bare ? (said ? unit : "天") : "");
    }

    private String called(Cell cell) {
        return columns.get(cell.column()).called(cell.column());
    }

    private static List<String> texts(Map<ColumnRole, List<Cell>> cells, ColumnRole role) {
        return cells.getOrDefault(role, List.of()).stream()
                .map(cell -> oneLine(cell.text()))
                .toList();
    }

    private void notUnderstood(
            ReadLine read, RowReader.Cells asked, List<Clause> clauses, Cell name, List<Remark> remarks) {
        if (read.category() == null) {
            return;
        }
        for (NotUnderstood it : read.unparsed()) {
            int clause = asked.clauseAt(it.source().start());
            String column = clause < 0 ? called(name) : clauses.get(clause).column();
            remarks.add(new Remark(RemarkKind.HINT, column, it.source().text(), it.reason()));
        }
    }

    private Optional<Counted> counted(Map<ColumnRole, List<Cell>> cells, List<Remark> remarks) {
        Optional<Cell> cell =
                cells.getOrDefault(ColumnRole.QUANTITY, List.of()).stream().findFirst();
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        String unit = unit(cells, cell.get(), remarks);
        Optional<Counted> counted = RowReader.count(cell.get().text(), unit);
        if (counted.isEmpty()) {
            remarks.add(new Remark(
                    RemarkKind.FAULT, called(cell.get()), cell.get().text(), "数量没有读出来，这一行先不写数量；应为大于 0 的数，例如 12 或 12台"));
        }
        return counted;
    }

    private String unit(Map<ColumnRole, List<Cell>> cells, Cell quantity, List<Remark> remarks) {
        Optional<Cell> cell =
                cells.getOrDefault(ColumnRole.UNIT, List.of()).stream().findFirst();
        if (cell.isEmpty()) {
            String heading = columns.get(quantity.column()).unit();
            return heading != null && Units.known(heading) ? heading : "";
        }
        String text = oneLine(cell.get().text());
        if (text.length() > LONGEST_UNIT) {
            remarks.add(new Remark(RemarkKind.FAULT, called(cell.get()), text, "单位太长，没有写入；应为 台、套、米 这样的单位"));
            return "";
        }
        if (!Units.known(text)) {
            remarks.add(new Remark(RemarkKind.HINT, called(cell.get()), text, "不认识的单位，照原样保留；供货能力不能按它比较"));
        }
        return text;
    }

    private @Nullable BigDecimal budget(
            Map<ColumnRole, List<Cell>> cells, Optional<Counted> counted, List<Remark> remarks) {
        Optional<BigDecimal> all = money(cells, ColumnRole.BUDGET, remarks);
        if (all.isPresent()) {
            return all.get();
        }
        Optional<BigDecimal> each = money(cells, ColumnRole.PRICE, remarks);
        return each.flatMap(
                        price -> counted.map(it -> price.multiply(it.number()).setScale(2, RoundingMode.HALF_UP)))
                .orElse(null);
    }

    private Optional<BigDecimal> money(Map<ColumnRole, List<Cell>> cells, ColumnRole role, List<Remark> remarks) {
        Optional<Cell> cell = cells.getOrDefault(role, List.of()).stream().findFirst();
        Optional<BigDecimal> read =
                cell.flatMap(it -> Sums.read(it.text(), columns.get(it.column()).unit()));
        if (cell.isPresent() && read.isEmpty()) {
            remarks.add(new Remark(
                    RemarkKind.FAULT, called(cell.get()), cell.get().text(), "金额没有读出来；应为数字，例如 12500 或 1.25万元"));
        }
        return read;
    }

    private static @Nullable String model(Map<ColumnRole, List<Cell>> cells, Cell name) {
        String model = cells.getOrDefault(ColumnRole.MODEL, List.of()).stream()
                .filter(cell -> cell.column() != name.column())
                .map(cell -> oneLine(cell.text()))
                .collect(Collectors.joining(" "));
        return model.isEmpty() ? null : model.substring(0, Math.min(model.length(), LONGEST_MODEL));
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static String joined(List<String> row) {
        String words = row.stream()
                .filter(cell -> !cell.isBlank())
                .map(RowInterpreter::oneLine)
                .collect(Collectors.joining(" | "));
        return words.substring(0, Math.min(words.length(), LONGEST_WORDS));
    }
}
