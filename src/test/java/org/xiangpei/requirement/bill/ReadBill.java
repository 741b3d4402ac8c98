package org.xiangpei.requirement.bill;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;

import org.xiangpei.requirement.CriteriaText;
import org.xiangpei.requirement.intake.ReadCriterion;
import org.xiangpei.requirement.intake.SampleWords;
import org.xiangpei.shared.tabular.RowErrors;
import org.xiangpei.shared.tabular.SentFiles;
import org.xiangpei.shared.tabular.TabularFiles;

/** A file read without the service: its sheets as they were guessed, and what its rows mean. */
final class ReadBill {

    private static final int MOST = 100_000;

    private final RowErrors errors = new RowErrors(100);
    private final List<Staging.Read> sheets;
    private final List<BillRow> rows = new ArrayList<>();
    private final Staging staging;

    ReadBill(String file, byte[] content) {
        staging = new Staging("M1", rows::addAll);
        new TabularFiles(SentFiles.limits())
                .stream(file, new ByteArrayInputStream(content), MOST, 10_000, errors, staging);
        sheets = staging.finish();
    }

    RowErrors errors() {
        return errors;
    }

    List<Staging.Read> sheets() {
        return sheets;
    }

    SheetLayout layout(int sheet) {
        Staging.Read read = sheets.get(sheet);
        return SheetLayout.guess(read.head(), read.spans(), SampleWords.ALL);
    }

    List<ColumnRole> roles(int sheet) {
        return layout(sheet).columns().stream().map(BillColumn::role).toList();
    }

    /** The rows of the first sheet, in their order. */
    List<RowMeaning> meanings() {
        SheetLayout layout = layout(0);
        var interpreter = new RowInterpreter(layout.columns(), SampleWords.ALL);
        return rows.stream()
                .filter(row -> row.sheet() == 0 && row.line() > layout.headerTo())
                .map(row -> interpreter.read(row.cells(), null))
                .toList();
    }

    List<RowMeaning.Line> lines() {
        return meanings().stream()
                .filter(RowMeaning.Line.class::isInstance)
                .map(RowMeaning.Line.class::cast)
                .toList();
    }

    List<Remark> skipped() {
        return meanings().stream()
                .filter(RowMeaning.NoLine.class::isInstance)
                .map(it -> ((RowMeaning.NoLine) it).why())
                .toList();
    }

    static String criteria(RowMeaning.Line line) {
        return CriteriaText.write(
                line.read().criteria().stream().map(ReadCriterion::criterion).toList());
    }
}
