package org.xiangpei.requirement.bill;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.xiangpei.requirement.KeptLine;
import org.xiangpei.requirement.bill.BillRemarks.Placed;
import org.xiangpei.requirement.intake.ReadCriterion;
import org.xiangpei.requirement.intake.TradeWords;

/** Some rows of a bill, read: lines, what was remarked, and which of them have no category. */
final class PieceOfBill {

    private final Map<Integer, String> sheetNames = new HashMap<>();
    private final Map<Integer, RowInterpreter> interpreters = new HashMap<>();
    private final List<KeptLine.Content> contents = new ArrayList<>();
    private final List<BillRow> lines = new ArrayList<>();
    private final List<Placed> remarks = new ArrayList<>();
    private final boolean several;
    private int skipped;

    PieceOfBill(List<BillSheet> of, TradeWords words) {
        several = of.size() > 1;
        for (BillSheet sheet : of) {
            sheetNames.put(sheet.position(), sheet.name());
            interpreters.put(sheet.position(), new RowInterpreter(sheet.columns(), words));
        }
    }

    void read(BillRow row) {
        switch (interpreter(row).read(row.cells(), null)) {
            case RowMeaning.NoLine none -> {
                skipped++;
                row.become(BillRow.State.READ);
                remark(row, none.why());
            }
            case RowMeaning.Line line -> {
                contents.add(content(line));
                lines.add(row);
                line.remarks().forEach(it -> remark(row, it));
            }
        }
    }

    /** What a line becomes in the requirement. */
    static KeptLine.Content content(RowMeaning.Line line) {
        return new KeptLine.Content(
                line.read().name(),
                line.model(),
                line.read().category(),
                line.quantity(),
                line.unit(),
                line.budget(),
                line.words(),
                line.read().criteria().stream().map(ReadCriterion::criterion).toList());
    }

    private RowInterpreter interpreter(BillRow row) {
        return Objects.requireNonNull(interpreters.get(row.sheet()), "Every row is of a sheet of its bill");
    }

    private void remark(BillRow row, Remark remark) {
        remarks.add(new Placed(several ? sheetNames.getOrDefault(row.sheet(), "") : "", row.line(), remark));
    }

    /**
     * Tells the rows what has become of them.
     *
     * @param first the number of the first line
     * @return how many lines have no category
     */
    int settle(int first) {
        int unmatched = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (contents.get(i).category() == null) {
                lines.get(i).unmatched(contents.get(i).name(), first + i);
                unmatched++;
            } else {
                lines.get(i).become(BillRow.State.READ);
            }
        }
        return unmatched;
    }

    List<KeptLine.Content> contents() {
        return contents;
    }

    List<Placed> remarks() {
        return remarks;
    }

    int skipped() {
        return skipped;
    }
}
