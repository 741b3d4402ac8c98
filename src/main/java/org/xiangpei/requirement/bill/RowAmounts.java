package org.xiangpei.requirement.bill;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.requirement.bill.RowCells.Cell;
import org.xiangpei.requirement.intake.RowReader;
import org.xiangpei.requirement.intake.RowReader.Counted;
import org.xiangpei.shared.units.Units;

/**
 * Reads how much of something a row asks for, and for how much money.
 *
 * @param remarks gets what could not be read
 */
record RowAmounts(RowCells cells, List<Remark> remarks) {

    private static final int LONGEST_UNIT = 20;

    Optional<Counted> counted() {
        Optional<Cell> cell = cells.first(ColumnRole.QUANTITY);
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        Optional<Counted> counted = RowReader.count(cell.get().text(), unit(cell.get()));
        if (counted.isEmpty()) {
            remark(RemarkKind.FAULT, cell.get(), cell.get().text(), "数量没有读出来，这一行先不写数量；应为大于 0 的数，例如 12 或 12台");
        }
        return counted;
    }

    private String unit(Cell quantity) {
        Optional<Cell> cell = cells.first(ColumnRole.UNIT);
        if (cell.isEmpty()) {
            String heading = cells.column(quantity).unit();
            return heading != null && Units.known(heading) ? heading : "";
        }
        String text = RowCells.oneLine(cell.get().text());
        if (text.length() > LONGEST_UNIT) {
            remark(RemarkKind.FAULT, cell.get(), text, "单位太长，没有写入；应为 台、套、米 这样的单位");
            return "";
        }
        if (!Units.known(text)) {
            remark(RemarkKind.HINT, cell.get(), text, "不认识的单位，照原样保留；供货能力不能按它比较");
        }
        return text;
    }

    /** CNY of the line: as it stands, else the price of one times how many. */
    @Nullable
    BigDecimal budget(Optional<Counted> counted) {
        Optional<BigDecimal> all = money(ColumnRole.BUDGET);
        if (all.isPresent()) {
            return all.get();
        }
        return money(ColumnRole.PRICE)
                .flatMap(price -> counted.map(it -> price.multiply(it.number()).setScale(2, RoundingMode.HALF_UP)))
                .orElse(null);
    }

    private Optional<BigDecimal> money(ColumnRole role) {
        Optional<Cell> cell = cells.first(role);
        Optional<BigDecimal> read =
                cell.flatMap(it -> Sums.read(it.text(), cells.column(it).unit()));
        if (cell.isPresent() && read.isEmpty()) {
            remark(RemarkKind.FAULT, cell.get(), cell.get().text(), "金额没有读出来；应为数字，例如 12500 或 1.25万元");
        }
        return read;
    }

    private void remark(RemarkKind kind, Cell cell, String words, String reason) {
        remarks.add(new Remark(kind, cells.called(cell), words, reason));
    }
}
