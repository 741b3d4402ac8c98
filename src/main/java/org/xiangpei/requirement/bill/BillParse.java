package org.xiangpei.requirement.bill;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.requirement.intake.CatalogueWords;
import org.xiangpei.requirement.intake.NotUnderstood;
import org.xiangpei.requirement.intake.ReadCriterion;
import org.xiangpei.requirement.intake.ReadLine;
import org.xiangpei.requirement.intake.ReadText;
import org.xiangpei.requirement.intake.Source;
import org.xiangpei.requirement.intake.TradeWords;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.tabular.RowErrors;
import org.xiangpei.shared.tabular.TabularFiles;

/** Reads a bill at once by what its columns are guessed to hold, for programs. Nothing is kept. */
@ApplicationScoped
public class BillParse {

    /** More lines than this are read by the pages, in the background. */
    public static final int MOST_LINES = 2_000;

    private final TabularFiles files;
    private final CatalogueWords words;
    private final BillConfig config;

    BillParse(TabularFiles files, CatalogueWords words, BillConfig config) {
        this.files = files;
        this.words = words;
        this.config = config;
    }

    /**
     * The lines of all sheets that are shown and have a table. Offsets lead into the text of the answer, which has the cells that were
     * read, row by row.
     *
     * @throws RuleViolation as {@link BillUploads#take}; {@code too-many-lines} above {@value #MOST_LINES}; {@code bill-mapping} when no
     *     column names the goods
     */
    public ReadText read(String fileName, InputStream body) {
        var rows = new ArrayList<BillRow>();
        RowErrors errors = files.newErrors();
        var staging = new Staging("", rows::addAll);
        files.stream(fileName, body, config.maxRows(), config.maxCellLength(), errors, staging);
        List<Staging.Read> sheets = staging.finish();
        BillUploads.requireTable(fileName, sheets);
        var answer = new Answer();
        TradeWords known = words.load();
        for (Staging.Read sheet : sheets) {
            SheetLayout layout = SheetLayout.guess(sheet.head(), sheet.spans(), known);
            if (!sheet.isHidden() && layout.isTable()) {
                int position = staging.positionOf(sheet);
                var interpreter = new RowInterpreter(layout.columns(), known);
                rows.stream()
                        .filter(row -> row.sheet() == position && row.line() > layout.headerTo())
                        .forEach(row -> answer.add(row.line(), interpreter.read(row.cells(), null)));
            }
        }
        if (answer.isEmpty()) {
            throw new RuleViolation("bill-mapping", fileName + "：看不出哪一列是名称。请给表格加上表头（名称、规格型号、数量、单位），或在页面上传后自己指定。");
        }
        errors.list()
                .forEach(error -> answer.remark("第 " + error.row() + " 行 " + error.column() + "：" + error.reason()));
        return answer.text();
    }

    /** The answer while it grows: each row's words behind those of the row before. */
    private static final class Answer {
        private final StringBuilder text = new StringBuilder();
        private final List<ReadLine> lines = new ArrayList<>();
        private final List<NotUnderstood> unparsed = new ArrayList<>();

        void add(int row, RowMeaning meaning) {
            switch (meaning) {
                case RowMeaning.NoLine none ->
                    unparsed.add(new NotUnderstood(
                            appended("" + none.why().value()),
                            "第 " + row + " 行：" + none.why().reason()));
                case RowMeaning.Line line -> line(row, line);
            }
        }

        private void line(int row, RowMeaning.Line line) {
            if (lines.size() == MOST_LINES) {
                throw new RuleViolation(
                        "too-many-lines", "接口一次最多读 " + MOST_LINES + " 行；更长的清单请分开提交，或在“物料清单”页面上传，由后台读取。");
            }
            ReadLine read = line.read();
            int base = text.length();
            Source whole = appended(read.source().text());
            List<NotUnderstood> more = new ArrayList<>();
            read.unparsed().forEach(it -> more.add(new NotUnderstood(shifted(it.source(), base), it.reason())));
            line.remarks().stream()
                    .filter(it -> it.kind() == RemarkKind.FAULT)
                    .forEach(it -> more.add(new NotUnderstood(
                            whole, "第 " + row + " 行 " + it.column() + "“" + it.value() + "”：" + it.reason())));
            lines.add(new ReadLine(
                    String.valueOf(lines.size() + 1),
                    read.name(),
                    line.quantity(),
                    line.unit(),
                    read.category(),
                    read.criteria().stream()
                            .map(it -> new ReadCriterion(it.criterion(), shifted(it.source(), base)))
                            .toList(),
                    more,
                    whole));
        }

        void remark(String reason) {
            unparsed.add(new NotUnderstood(new Source(0, 0, ""), reason));
        }

        private Source appended(String words) {
            int start = text.length();
            text.append(words).append("\n");
            return new Source(start, start + words.length(), words);
        }

        private static Source shifted(Source source, int by) {
            return new Source(source.start() + by, source.end() + by, source.text());
        }

        boolean isEmpty() {
            return lines.isEmpty();
        }

        ReadText text() {
            return new ReadText(text.toString(), lines, unparsed);
        }
    }
}
