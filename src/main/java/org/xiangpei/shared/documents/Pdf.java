package org.xiangpei.shared.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Pages of well-formed XHTML as PDF. The Chinese font is embedded, as much of it as the text uses, so that the paper reads the same
 * everywhere: Noto Sans SC under the SIL Open Font License, cut to the characters of GBK (ADR 0104).
 */
public final class Pdf {

    private static final String FAMILY = "Noto Sans SC";
    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    /** What XML does not allow in a text, and nobody means. */
    private static final String NOT_IN_XML = "[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

    static {
        XRLog.setLoggingEnabled(false);
    }

    /** Printed for what the font lacks. */
    private static final String MISSING = "〓";

    private Pdf() {}

    public static byte[] of(String xhtml) {
        try (var out = new ByteArrayOutputStream()) {
            var builder = new PdfRendererBuilder();
            builder.withHtmlContent(printable(xhtml.replaceAll(NOT_IN_XML, "")), null);
            builder.useFont(() -> font("Regular"), FAMILY, REGULAR, FontStyle.NORMAL, true);
            builder.useFont(() -> font("Bold"), FAMILY, BOLD, FontStyle.NORMAL, true);
            builder.toStream(OutputStream.nullOutputStream());
            try (var renderer = builder.buildPdfRenderer();
                    PDDocument document = renderer.createPDFKeepOpen()) {
                document.getDocumentCatalog().setLanguage("zh-CN");
                document.save(out);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String printable(String xhtml) {
        try (var font = new Lettering()) {
            var printable = new StringBuilder();
            xhtml.codePoints().forEach(it -> {
                if (Character.isWhitespace(it) || font.has(it)) {
                    printable.appendCodePoint(it);
                } else {
                    printable.append(MISSING);
                }
            });
            return printable.toString();
        }
    }

    private static InputStream font(String style) {
        return Objects.requireNonNull(Pdf.class.getResourceAsStream("/fonts/NotoSansSC-" + style + ".ttf"));
    }
}
