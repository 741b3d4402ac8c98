package org.xiangpei.registration;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

import org.xiangpei.shared.Uscc;

/** Papers of organisations that do not exist. */
public final class Papers {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private Papers() {}

    /** A valid code of an enterprise; another one for every number below 10 000. */
    public static String uscc(int number) {
        String head = "91430100MA4X%04d".formatted(number);
        return ALPHABET.chars()
                .mapToObj(Character::toString)
                .flatMap(ninth -> ALPHABET.chars().mapToObj(check -> head + ninth + Character.toString(check)))
                .filter(code -> Uscc.faultOf(code).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    public static byte[] png() {
        return image("png");
    }

    public static byte[] jpeg() {
        return image("jpeg");
    }

    public static byte[] pdf() {
        return "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] image(String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
