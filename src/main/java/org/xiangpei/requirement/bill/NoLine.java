package org.xiangpei.requirement.bill;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells the rows that ask for nothing: titles of sections, sums, headings printed again, remarks at the foot. */
final class NoLine {

    private static final Pattern SUM =
            Pattern.compile("(?:本页|本表|分项|分部|以上|本)?\\s*(?:小\\s*计|合\\s*计|总\\s*计|累\\s*计|共\\s*计)(?:[（(:：].*|金额.*)?");
    private static final Pattern FOOT =
            Pattern.compile("(?:注|备注|说明|编制人?|审核人?|批准人?|制表人?|填表人?|日期|联系人|联系电话|供应商|单位盖章|盖章)\\s*[:：].*", Pattern.DOTALL);
    private static final Pattern ORDINAL =
            Pattern.compile("[（(]?[一二三四五六七八九十]{1,3}[)）]?[、.．]?|[A-Z][、.．]?|[IVX]{1,4}[、.．]?");
    private static final int FIRST_CELLS = 3;

    private NoLine() {}

    /** Why a row is no line; empty where it may be one. */
    static Optional<Remark> why(RowCells cells) {
        List<String> filled = cells.row().stream()
                .map(String::strip)
                .filter(cell -> !cell.isEmpty())
                .toList();
        if (filled.isEmpty()) {
            return skipped(cells, "空行");
        }
        if (isHeadingAgain(cells)) {
            return skipped(cells, "重复的表头");
        }
        if (filled.stream().limit(FIRST_CELLS).anyMatch(cell -> SUM.matcher(cell)
                .matches())) {
            return skipped(cells, "小计或合计");
        }
        boolean counted = cells.has(ColumnRole.QUANTITY);
        if (!counted && FOOT.matcher(filled.getFirst()).matches()) {
            return skipped(cells, "表尾的说明");
        }
        return !counted && isSection(cells, filled) ? skipped(cells, "分部标题") : Optional.empty();
    }

    private static boolean isSection(RowCells cells, List<String> filled) {
        boolean asks = Stream.of(ColumnRole.MODEL, ColumnRole.DEMAND, ColumnRole.PROPERTY)
                .anyMatch(cells::has);
        boolean counts = cells.columns().stream().anyMatch(column -> column.role() == ColumnRole.QUANTITY);
        boolean alone = filled.stream().distinct().count() == 1 && counts;
        boolean ordinal = cells.all(ColumnRole.NUMBER).stream()
                .anyMatch(cell -> ORDINAL.matcher(cell.text()).matches());
        return !asks && (alone || ordinal);
    }

    /** Printed lists have their headings again on every page. */
    private static boolean isHeadingAgain(RowCells cells) {
        int same = 0;
        for (int i = 0; i < cells.row().size(); i++) {
            String cell = cells.row().get(i).strip();
            if (!cell.isEmpty()) {
                String heading =
                        i < cells.columns().size() ? cells.columns().get(i).heading() : "";
                if (heading.isEmpty() || !heading.contains(RowCells.oneLine(cell))) {
                    return false;
                }
                same++;
            }
        }
        return same > 1;
    }

    private static Optional<Remark> skipped(RowCells cells, String reason) {
        return Optional.of(new Remark(RemarkKind.SKIPPED, null, cells.joined(), reason));
    }
}
