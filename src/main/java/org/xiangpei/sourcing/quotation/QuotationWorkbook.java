package org.xiangpei.sourcing.quotation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

import org.xiangpei.shared.Labels;

/** The draft as a workbook to be filled, with the lines of the inquiry in it. {@link QuotationTable} reads it back. Every cell is text. */
public final class QuotationWorkbook {

    private static final String HEADER = "E8F0F8";
    private static final String ASKED = "F3F5F7";
    private static final int[] LINE_WIDTHS = {6, 28, 10, 8, 16, 10, 24, 10, 14, 12, 12, 20, 14, 40};
    private static final int[] CLAUSE_WIDTHS = {6, 8, 44, 10, 20, 40};
    private static final int[] WHOLE_WIDTHS = {18, 60};

    /**
     * A line as it is asked.
     *
     * @param clauses in words
     */
    public record AskedLine(int number, String name, String quantity, String unit, List<String> clauses) {}

    private QuotationWorkbook() {}

    public static byte[] of(List<AskedLine> asked, Dossier draft) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "Xiangpei", null)) {
            lines(workbook.newWorksheet(QuotationSheets.LINES), asked, draft);
            clauses(workbook.newWorksheet(QuotationSheets.CLAUSES), asked, draft);
            whole(workbook.newWorksheet(QuotationSheets.WHOLE), draft);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing into memory cannot fail", e);
        }
        return out.toByteArray();
    }

    private static void lines(Worksheet sheet, List<AskedLine> asked, Dossier draft) {
        header(
                sheet,
                List.of(
                        QuotationSheets.NUMBER,
                        "名称",
                        "数量",
                        "单位",
                        QuotationSheets.PRICE,
                        QuotationSheets.TAX,
                        QuotationSheets.BREAKS,
                        QuotationSheets.MINIMUM,
                        QuotationSheets.LEAD,
                        QuotationSheets.FREIGHT,
                        QuotationSheets.PRODUCT,
                        QuotationSheets.PLACE,
                        QuotationSheets.LOCAL,
                        QuotationSheets.NOTE),
                LINE_WIDTHS);
        int row = 0;
        for (AskedLine line : asked) {
            row++;
            LineText text = draft.line(line.number()).text();
            write(
                    sheet,
                    row,
                    4,
                    List.of(
                            String.valueOf(line.number()),
                            line.name(),
                            line.quantity(),
                            line.unit(),
                            text.unitPrice(),
                            text.taxRate(),
                            text.breaks().stream()
                                    .map(it -> it.from() + ":" + it.unitPrice())
                                    .collect(Collectors.joining("; ")),
                            text.minimumOrder(),
                            text.leadDays(),
                            text.freight(),
                            text.product(),
                            text.productionRegion(),
                            text.localContent(),
                            text.note()));
        }
    }

    private static void clauses(Worksheet sheet, List<AskedLine> asked, Dossier draft) {
        header(
                sheet,
                List.of(
                        QuotationSheets.NUMBER,
                        QuotationSheets.CLAUSE,
                        "条款",
                        QuotationSheets.REPLY,
                        QuotationSheets.VALUE,
                        QuotationSheets.REPLY_NOTE),
                CLAUSE_WIDTHS);
        int row = 0;
        for (AskedLine line : asked) {
            for (int i = 0; i < line.clauses().size(); i++) {
                row++;
                LineText.ReplyText reply = draft.line(line.number()).text().reply(i);
                write(
                        sheet,
                        row,
                        3,
                        List.of(
                                String.valueOf(line.number()),
                                String.valueOf(i + 1),
                                line.clauses().get(i),
                                Labels.find("reply", reply.reply()).orElse(""),
                                reply.value(),
                                reply.note()));
            }
        }
    }

    private static void whole(Worksheet sheet, Dossier draft) {
        header(sheet, List.of(QuotationSheets.VALID_UNTIL, QuotationSheets.REPLY_NOTE), WHOLE_WIDTHS);
        write(
                sheet,
                1,
                0,
                List.of(draft.head().text().validUntil(), draft.head().text().note()));
    }

    private static void header(Worksheet sheet, List<String> headings, int[] widths) {
        for (int i = 0; i < headings.size(); i++) {
            sheet.value(0, i, headings.get(i));
            sheet.style(0, i).bold().fillColor(HEADER).set();
            sheet.width(i, widths[i]);
        }
        sheet.freezePane(0, 1);
    }

    /** @param asked how many of the first cells are the buyer's: what is typed there is not read */
    private static void write(Worksheet sheet, int row, int asked, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            sheet.value(row, i, cells.get(i));
            if (i < asked) {
                sheet.style(row, i).fillColor(ASKED).set();
            }
        }
    }
}
