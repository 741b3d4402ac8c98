package org.xiangpei.shared.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/**
 * A plain Chinese document as PDF, on A4: titles, paragraphs, tables. The font (Noto Sans SC, SIL Open Font License) is embedded, only with
 * the characters that occur, so that it looks the same wherever it is opened. A character that the font lacks is printed as 〓.
 */
public final class PdfSheet {

    private static final String REGULAR = "/fonts/NotoSansSC-Regular.ttf";
    private static final float MARGIN = 64;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final float LEADING = 1.6f;
    private static final float TITLE = 17;
    private static final float HEADING = 13;
    private static final float BODY = 11;
    private static final float CELL = 9;
    private static final float PADDING = 4;

    /** What never ends a line. */
    private static final String OPENING = "（《“‘";

    /** What never begins one. */
    private static final String CLOSING = "，。、；：！？）》”’%％";

    private static final int MISSING = '〓';

    private final PDDocument document = new PDDocument();
    private final PDType0Font font;
    private final Map<Integer, Float> widths = new HashMap<>();
    private @Nullable PDPageContentStream page;
    private float y;

    public PdfSheet(String title) {
        try (InputStream file = Objects.requireNonNull(PdfSheet.class.getResourceAsStream(REGULAR))) {
            font = PDType0Font.load(document, file, true);
            document.getDocumentInformation().setTitle(title);
            document.getDocumentCatalog().setLanguage("zh-CN");
            turn();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void title(String text) {
        for (String line : wrap(text, TITLE, WIDTH)) {
            line(line, TITLE, MARGIN + (WIDTH - width(line, TITLE)) / 2);
        }
        y -= TITLE;
    }

    public void heading(String text) {
        y -= HEADING / 2;
        wrap(text, HEADING, WIDTH).forEach(it -> line(it, HEADING, MARGIN));
    }

    public void paragraph(String text) {
        wrap(text, BODY, WIDTH).forEach(it -> line(it, BODY, MARGIN));
    }

    /**
     * A table with lines around its cells. A row is never torn over two pages.
     *
     * @param shares of the width, one a column
     * @param rows the first is the head
     */
    public void table(List<Float> shares, List<List<String>> rows) {
        float sum = shares.stream().reduce(0f, Float::sum);
        List<Float> columns = shares.stream().map(it -> it / sum * WIDTH).toList();
        rows.forEach(cells -> row(columns, cells));
        y -= BODY;
    }

    private void row(List<Float> columns, List<String> cells) {
        var wrapped = new ArrayList<List<String>>();
        for (int i = 0; i < columns.size(); i++) {
            wrapped.add(wrap(cells.get(i), CELL, columns.get(i) - 2 * PADDING));
        }
        int lines = wrapped.stream().mapToInt(List::size).max().orElse(1);
        float height = lines * CELL * LEADING + 2 * PADDING;
        if (y - height < MARGIN) {
            turn();
        }
        float x = MARGIN;
        for (int i = 0; i < columns.size(); i++) {
            box(x, y - height, columns.get(i), height);
            float top = y - PADDING;
            for (String line : wrapped.get(i)) {
                top -= CELL * LEADING;
                write(line, CELL, x + PADDING, top + CELL * (LEADING - 1));
            }
            x += columns.get(i);
        }
        y -= height;
    }

    private void box(float x, float bottom, float width, float height) {
        try {
            PDPageContentStream on = on();
            on.setLineWidth(0.5f);
            on.addRect(x, bottom, width, height);
            on.stroke();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void line(String text, float size, float x) {
        float height = size * LEADING;
        if (y - height < MARGIN) {
            turn();
        }
        y -= height;
        write(text, size, x, y + size * (LEADING - 1));
    }

    private void write(String text, float size, float x, float baseline) {
        try {
            PDPageContentStream on = on();
            on.beginText();
            on.setFont(font, size);
            on.newLineAtOffset(x, baseline);
            on.showText(text);
            on.endText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PDPageContentStream on() {
        return Objects.requireNonNull(page);
    }

    private void turn() {
        try {
            if (page != null) {
                page.close();
            }
            var next = new PDPage(PDRectangle.A4);
            document.addPage(next);
            page = new PDPageContentStream(document, next);
            y = PDRectangle.A4.getHeight() - MARGIN;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Between any two Chinese characters, but never apart from its bracket or mark, nor within a Latin word that fits on a line. */
    private List<String> wrap(String text, float size, float width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String piece : pieces(printable(text))) {
            if (width(line + piece, size) > width && !line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
            }
            for (int it : piece.codePoints().toArray()) {
                if (width(line.toString() + Character.toString(it), size) > width && !line.isEmpty()) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.appendCodePoint(it);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private static List<String> pieces(String text) {
        var pieces = new ArrayList<String>();
        var piece = new StringBuilder();
        int before = 0;
        for (int it : text.codePoints().toArray()) {
            boolean joined = (isWord(before) && isWord(it)) || CLOSING.indexOf(it) >= 0 || OPENING.indexOf(before) >= 0;
            if (!joined && !piece.isEmpty()) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.appendCodePoint(it);
            before = it;
        }
        pieces.add(piece.toString());
        return pieces;
    }

    private static boolean isWord(int character) {
        return character > ' ' && character < 0x7f;
    }

    private String printable(String text) {
        var printable = new StringBuilder();
        text.codePoints()
                .map(it -> Character.isISOControl(it) ? ' ' : it)
                .forEach(it -> printable.appendCodePoint(widthOf(it) < 0 ? MISSING : it));
        return printable.toString();
    }

    private float width(CharSequence text, float size) {
        return text.codePoints().mapToObj(this::widthOf).reduce(0f, Float::sum) * size / 1000;
    }

    /** In thousandths of the size; less than nothing where the font lacks it. */
    private float widthOf(int character) {
        return widths.computeIfAbsent(character, it -> {
            try {
                return font.getStringWidth(Character.toString(it));
            } catch (IllegalArgumentException lacking) {
                return -1f;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The document, with the number of each page; nothing can be added any more. */
    public byte[] bytes() {
        var out = new ByteArrayOutputStream();
        try (document) {
            on().close();
            int pages = document.getNumberOfPages();
            for (int i = 0; i < pages; i++) {
                number(document.getPage(i), "第 " + (i + 1) + " 页，共 " + pages + " 页");
            }
            document.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void number(PDPage of, String text) throws IOException {
        try (var foot = new PDPageContentStream(document, of, PDPageContentStream.AppendMode.APPEND, true, true)) {
            page = foot;
            write(text, CELL, MARGIN + (WIDTH - width(text, CELL)) / 2, MARGIN / 2);
        }
    }
}
