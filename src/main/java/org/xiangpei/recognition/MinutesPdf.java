package org.xiangpei.recognition;

import java.util.List;

import org.xiangpei.shared.documents.PdfSheet;

/** Minutes as PDF, with the font in it: what is read, printed and kept the same wherever it is opened. */
final class MinutesPdf {

    private static final List<Float> COLUMNS = List.of(0.9f, 3.9f, 2.7f, 1.4f, 1.4f, 1.4f, 1.3f);

    private MinutesPdf() {}

    static byte[] of(MinutesContent content) {
        var sheet = new PdfSheet(content.title());
        sheet.title(content.title());
        content.facts().forEach(sheet::paragraph);
        sheet.heading(Minutes.AGENDA);
        if (content.agenda().isEmpty()) {
            sheet.paragraph(Minutes.NOTHING);
        } else {
            sheet.table(COLUMNS, content.agenda());
        }
        sheet.heading(Minutes.OPINIONS);
        content.opinions().forEach(it -> {
            sheet.paragraph(it.filing());
            it.said().forEach(said -> sheet.paragraph("　　" + said));
        });
        sheet.heading(Minutes.BATCH);
        content.batch().forEach(sheet::paragraph);
        sheet.heading(Minutes.REVOCATIONS);
        if (content.revocations().isEmpty()) {
            sheet.paragraph(Minutes.NOTHING_REVOKED);
        }
        content.revocations().forEach(it -> {
            sheet.paragraph(it.filing());
            it.said().forEach(said -> sheet.paragraph("　　" + said));
        });
        sheet.heading(Minutes.SIGNATURES);
        content.signatures().forEach(sheet::paragraph);
        return sheet.bytes();
    }
}
