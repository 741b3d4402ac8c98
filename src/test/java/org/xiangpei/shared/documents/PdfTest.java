package org.xiangpei.shared.documents;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PdfTest {

    @Test
    void aLongParagraphIsWrappedAndNoMarkBeginsALine() throws IOException {
        try (PDDocument read = read("<p>" + "一二三四五六七八九十，".repeat(30) + "</p>")) {
            assertThat(lines(read)).hasSizeGreaterThan(5).noneMatch(it -> it.startsWith("，"));
        }
    }

    @Test
    void aTableGoesOnOnTheNextPageUnderItsHead() throws IOException {
        String rows = IntStream.range(0, 100)
                .mapToObj(it -> "<tr><td style=\"white-space: nowrap\">第 " + it + " 行</td><td>" + "产品".repeat(30)
                        + "</td></tr>")
                .collect(Collectors.joining());
        try (PDDocument read =
                read("<table><thead><tr><th>表头</th><th>二</th></tr></thead><tbody>" + rows + "</tbody></table>")) {
            int pages = read.getNumberOfPages();
            assertThat(pages).isGreaterThan(2);
            assertThat(lines(read)).anyMatch(it -> it.startsWith("第 99"));
            assertThat(lines(read).stream().filter(it -> it.startsWith("表头"))).hasSize(pages);
        }
    }

    /** Rather than not at all, and never as another one. */
    @Test
    void whatTheFontLacksIsMarked() throws IOException {
        try (PDDocument read = read("<p>甲\t乙😀丙</p>")) {
            assertThat(lines(read)).contains("甲 乙〓丙");
            assertThat(read.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
            assertThat(read.getDocumentInformation().getTitle()).isEqualTo("纪要");
        }
    }

    private static PDDocument read(String body) throws IOException {
        return Loader.loadPDF(Pdf.of("""
                <!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" lang="zh-CN"><head><title>纪要</title>
                <style>body { font-family: "Noto Sans SC"; } table { -fs-table-paginate: paginate; } th { font-weight: normal; }</style></head>
                """ + "<body>" + body + "</body></html>"));
    }

    private static List<String> lines(PDDocument read) throws IOException {
        return new PDFTextStripper().getText(read).lines().map(String::strip).toList();
    }
}
