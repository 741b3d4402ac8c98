package org.xiangpei.shared.documents;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Writes texts into pictures as the outlines of the font that papers embed (Noto Sans SC, SIL Open Font License): a picture looks the same
 * on every machine, also on one that has no Chinese font or none at all.
 */
public final class Lettering implements AutoCloseable {

    /** Which part of a text stands at the point that is given. */
    public enum Anchor {
        START,
        MIDDLE,
        END
    }

    private final TrueTypeFont font;
    private final CmapLookup glyphs;
    private final double perEm;

    public Lettering() {
        try (InputStream file =
                Objects.requireNonNull(Lettering.class.getResourceAsStream("/fonts/NotoSansSC-Regular.ttf"))) {
            font = new TTFParser().parse(new RandomAccessReadBuffer(file));
            glyphs = font.getUnicodeCmapLookup();
            perEm = font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the font has that character. */
    boolean has(int character) {
        return glyphs.getGlyphId(character) != 0;
    }

    /** How wide a text of that size is. */
    public double width(String text, double size) {
        return text.codePoints().mapToDouble(this::advance).sum() * size / perEm;
    }

    /** In the colour of the picture's brush. */
    public void write(Graphics2D on, String text, double x, double baseline, double size, Anchor anchor) {
        double left =
                switch (anchor) {
                    case START -> x;
                    case MIDDLE -> x - width(text, size) / 2;
                    case END -> x - width(text, size);
                };
        double scale = size / perEm;
        for (int character : text.codePoints().toArray()) {
            var place = new AffineTransform(scale, 0, 0, -scale, left, baseline);
            on.fill(place.createTransformedShape(outline(character)));
            left += advance(character) * scale;
        }
    }

    private double advance(int character) {
        try {
            return font.getAdvanceWidth(glyphs.getGlyphId(character));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path2D outline(int character) {
        try {
            GlyphData glyph = font.getGlyph().getGlyph(glyphs.getGlyphId(character));
            return glyph == null ? new Path2D.Double() : glyph.getPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            font.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
