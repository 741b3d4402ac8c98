package org.xiangpei.recognition;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/**
 * Minutes as DOCX, which the host's office finishes in its own form: number, red head, seal, signatures. Fonts are named and not embedded:
 * those that GB/T 9704-2012 asks of official documents (仿宋, 黑体) come with the offices' own software and may not be passed on.
 */
final class MinutesDocx {

    private static final String BODY = "仿宋";
    private static final String HEAD = "黑体";
    private static final int BODY_POINTS = 12;
    private static final int CELL_POINTS = 10;
    private static final int TITLE_POINTS = 18;

    private MinutesDocx() {}

    static byte[] of(MinutesContent content) {
        try (var document = new XWPFDocument();
                var out = new ByteArrayOutputStream()) {
            title(document, content.title());
            content.facts().forEach(it -> text(document, it));
            head(document, Minutes.AGENDA);
            table(document, content.agenda());
            head(document, Minutes.OPINIONS);
            content.opinions().forEach(it -> {
                text(document, it.filing());
                it.said().forEach(said -> text(document, "　　" + said));
            });
            head(document, Minutes.BATCH);
            content.batch().forEach(it -> text(document, it));
            head(document, Minutes.REVOCATIONS);
            if (content.revocations().isEmpty()) {
                text(document, Minutes.NOTHING_REVOKED);
            }
            content.revocations().forEach(it -> {
                text(document, it.filing());
                it.said().forEach(said -> text(document, "　　" + said));
            });
            head(document, Minutes.SIGNATURES);
            content.signatures().forEach(it -> text(document, it));
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void table(XWPFDocument document, List<List<String>> rows) {
        if (rows.isEmpty()) {
            text(document, Minutes.NOTHING);
            return;
        }
        XWPFTable table = document.createTable();
        table.setWidth("100%");
        row(table.getRow(0), rows.getFirst());
        rows.stream().skip(1).forEach(it -> row(table.createRow(), it));
    }

    private static void title(XWPFDocument document, String text) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        paragraph.setSpacingAfter(240);
        run(paragraph, text, HEAD, TITLE_POINTS);
    }

    private static void head(XWPFDocument document, String text) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setSpacingBefore(240);
        run(paragraph, text, HEAD, BODY_POINTS);
    }

    private static void text(XWPFDocument document, String text) {
        run(document.createParagraph(), text, BODY, BODY_POINTS);
    }

    private static void row(XWPFTableRow row, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            var cell = row.getCell(i) == null ? row.createCell() : row.getCell(i);
            run(cell.getParagraphs().getFirst(), cells.get(i), BODY, CELL_POINTS);
        }
    }

    private static void run(XWPFParagraph paragraph, String text, String font, int points) {
        XWPFRun run = paragraph.createRun();
        run.setFontFamily(font, XWPFRun.FontCharRange.eastAsia);
        run.setFontFamily(font, XWPFRun.FontCharRange.ascii);
        run.setFontSize(points);
        run.setText(text);
    }
}
