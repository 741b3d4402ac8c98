package org.xiangpei.shared.documents;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PdfSheetTest {

    private final PdfSheet sheet = new PdfSheet("纪要");

    @Test
    void aLongParagraphIsWrappedAndNoMarkBeginsALine() throws IOException {
        sheet.paragraph("一二三四五六七八九十，".repeat(30));
        try (PDDocument read = Loader.loadPDF(sheet.bytes())) {
            assertThat(lines(read)).hasSizeGreaterThan(5).noneMatch(it -> it.startsWith("，"));
        }
    }

    @Test
    void aLatinWordIsNotTornUnlessItIsWiderThanThePage() throws IOException {
        sheet.paragraph("申报编号".repeat(9) + "H20261128-ABCD-EFGH");
        sheet.paragraph("x".repeat(300));
        try (PDDocument read = Loader.loadPDF(sheet.bytes())) {
            assertThat(lines(read)).contains("H20261128-ABCD-EFGH").anyMatch(it -> it.matches("x{50,150}"));
        }
    }

    @Test
    void aTableGoesOnOnTheNextPageAndEachPageHasItsNumber() throws IOException {
        sheet.table(
                List.of(1f, 4f),
                IntStream.range(0, 100)
                        .mapToObj(it -> List.of("第 " + it + " 行", "产品".repeat(30)))
                        .toList());
        try (PDDocument read = Loader.loadPDF(sheet.bytes())) {
            int pages = read.getNumberOfPages();
            assertThat(pages).isGreaterThan(2);
            assertThat(lines(read)).anyMatch(it -> it.startsWith("第 99 行")).contains("第 1 页，共 " + pages + " 页");
        }
    }

    /** Rather than not at all, and never as another one. */
    @Test
    void whatTheFontLacksIsMarked() throws IOException {
        sheet.paragraph("甲\t乙😀丙");
        try (PDDocument read = Loader.loadPDF(sheet.bytes())) {
            assertThat(lines(read)).contains("甲 乙〓丙");
            assertThat(read.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
            assertThat(read.getDocumentInformation().getTitle()).isEqualTo("纪要");
        }
    }

    private static List<String> lines(PDDocument read) throws IOException {
        return new PDFTextStripper().getText(read).lines().map(String::strip).toList();
    }
}
