package org.xiangpei.recognition;

import java.util.List;

import org.xiangpei.shared.documents.Pdf;

/** Minutes as PDF, with the font in it: what is read, printed and kept the same wherever it is opened. */
final class MinutesPdf {

    private final StringBuilder paper = new StringBuilder();

    private MinutesPdf() {}

    static byte[] of(MinutesContent content) {
        var pdf = new MinutesPdf();
        pdf.write(content);
        return Pdf.of(pdf.paper.toString());
    }

    private void write(MinutesContent content) {
        paper.append("""
            <!DOCTYPE html>
            <html xmlns="http://www.w3.org/1999/xhtml" lang="zh-CN"><head><meta charset="utf-8"/><title>%s</title>
            <style>
            @page { size: A4; margin: 22mm; @bottom-center { content: "第 " counter(page) " 页，共 " counter(pages) " 页"; font-family: "Noto Sans SC"; font-size: 9pt; } }
            body { font-family: "Noto Sans SC"; font-size: 11pt; line-height: 1.6; }
            h1, h2 { font-weight: normal; }
            h1 { font-size: 17pt; text-align: center; margin: 0 0 6mm 0; }
            h2 { font-size: 13pt; margin: 5mm 0 1mm 0; page-break-after: avoid; }
            p { margin: 0; }
            table { width: 100%%; border-collapse: collapse; table-layout: fixed; font-size: 9pt; margin-bottom: 4mm; -fs-table-paginate: paginate; }
            th, td { border: 0.5pt solid #000; padding: 1.2mm; text-align: left; vertical-align: top; font-weight: normal; word-wrap: break-word; }
            tr { page-break-inside: avoid; }
            th:nth-child(1) { width: 7%%; } th:nth-child(2) { width: 30%%; } th:nth-child(3) { width: 21%%; }
            </style></head><body><h1>%s</h1>
            """.formatted(escaped(content.title()), escaped(content.title())));
        content.facts().forEach(this::paragraph);
        heading(Minutes.AGENDA);
        if (content.agenda().isEmpty()) {
            paragraph(Minutes.NOTHING);
        } else {
            table(content.agenda());
        }
        heading(Minutes.OPINIONS);
        content.opinions().forEach(this::opinions);
        heading(Minutes.BATCH);
        content.batch().forEach(this::paragraph);
        heading(Minutes.REVOCATIONS);
        if (content.revocations().isEmpty()) {
            paragraph(Minutes.NOTHING_REVOKED);
        }
        content.revocations().forEach(this::opinions);
        heading(Minutes.SIGNATURES);
        content.signatures().forEach(this::paragraph);
        paper.append("</body></html>");
    }

    private void opinions(MinutesContent.Opinions it) {
        paragraph(it.filing());
        it.said().forEach(said -> paragraph("　　" + said));
    }

    /** @param rows the first is the head */
    private void table(List<List<String>> rows) {
        paper.append("<table><thead>");
        row("th", rows.getFirst());
        paper.append("</thead><tbody>");
        rows.stream().skip(1).forEach(it -> row("td", it));
        paper.append("</tbody></table>");
    }

    private void row(String element, List<String> cells) {
        paper.append("<tr>");
        cells.forEach(it -> element(element, it));
        paper.append("</tr>");
    }

    private void heading(String text) {
        element("h2", text);
    }

    private void paragraph(String text) {
        element("p", text);
    }

    private void element(String name, String text) {
        paper.append('<')
                .append(name)
                .append('>')
                .append(escaped(text))
                .append("</")
                .append(name)
                .append('>');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
