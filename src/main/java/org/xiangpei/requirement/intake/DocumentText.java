package org.xiangpei.requirement.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.tabular.PlainText;

/**
 * The text of what a buyer hands in: a text file, a DOCX or a PDF, told by its first bytes.
 *
 * <p>Rows of tables in a DOCX become lines with tabs between the cells.
 */
public final class DocumentText {

    /** The largest file that is taken, in bytes. */
    public static final int MOST_BYTES = 20 << 20;

    /** The longest text that is read, in UTF-16 units: a tender of 1 MB in UTF-8 and more. */
    public static final int LONGEST = 2_000_000;

    private static final int MOST_PAGES = 1_000;
    private static final int MOST_UNPACKED = 64 << 20;
    private static final String FILE = "需求文件";

    static {
        ZipSecureFile.setMaxEntrySize(MOST_UNPACKED);
        ZipSecureFile.setMaxTextSize(MOST_UNPACKED);
    }

    private DocumentText() {}

    /**
     * @throws RuleViolation {@code file-empty}, {@code file-too-large}, {@code file-format}, {@code file-unreadable},
     *     {@code file-encoding}, or {@code file-without-text} for a scan
     */
    public static String of(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new RuleViolation("file-too-large", "文件大于 %d MB，请分成几份提交。".formatted(MOST_BYTES >> 20));
        }
        String text = of(bytes);
        if (text.length() > LONGEST) {
            throw new RuleViolation("file-too-large", "文字超过 %d 万字，请分成几份提交。".formatted(LONGEST / 10_000));
        }
        if (text.isBlank()) {
            throw new RuleViolation("file-empty", "没有收到文字，请在请求正文中提交采购文件的文字。");
        }
        return text;
    }

    private static String of(byte[] bytes) throws IOException {
        String head = new String(bytes, 0, Math.min(bytes.length, 8), StandardCharsets.ISO_8859_1);
        if (head.startsWith("%PDF")) {
            return ofPdf(bytes);
        }
        if (head.startsWith("PK\u0003\u0004")) {
            return ofWord(bytes);
        }
        if (head.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            throw new RuleViolation("file-format", "这是旧版 Office 文件或设有密码的文件，请另存为 .docx 后提交。");
        }
        if (head.toLowerCase(Locale.ROOT).startsWith("{\\rtf") || head.startsWith("Rar!")) {
            throw new RuleViolation("file-format", "能读的是纯文字、.docx 和带文字的 PDF。");
        }
        return PlainText.of(FILE, bytes);
    }

    private static String ofPdf(byte[] bytes) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            if (pdf.getNumberOfPages() > MOST_PAGES) {
                throw new RuleViolation("file-too-large", "PDF 超过 %d 页，请只提交写明需求的部分。".formatted(MOST_PAGES));
            }
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            String text = stripper.getText(pdf);
            if (text.isBlank()) {
                throw new RuleViolation("file-without-text", "这个 PDF 里没有文字，多半是扫描件或图片。请提供能复制文字的 PDF 或 .docx，或者直接粘贴文字。");
            }
            return text;
        } catch (InvalidPasswordException e) {
            throw new RuleViolation("file-unreadable", "这个 PDF 设有密码，请去掉密码后提交。");
        } catch (IOException e) {
            throw new RuleViolation("file-unreadable", "这个 PDF 已损坏，无法打开。");
        }
    }

    private static String ofWord(byte[] bytes) {
        try (var document = new XWPFDocument(new ByteArrayInputStream(bytes));
                var extractor = new XWPFWordExtractor(document)) {
            return extractor.getText();
        } catch (IOException | RuntimeException e) {
            throw new RuleViolation("file-format", "这不是能打开的 .docx（表格文件请走物料清单导入）。能读的是纯文字、.docx 和带文字的 PDF。");
        }
    }
}
