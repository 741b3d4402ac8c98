package org.xiangpei.shared.web;

import java.util.Map;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;

/**
 * A QR code (二维码) to be drawn as SVG.
 *
 * @param size modules on each side, with the quiet zone
 * @param path the dark modules, in units of a module
 */
public record QrCode(int size, String path) {

    private static final int QUIET_ZONE = 4;

    /** @throws IllegalArgumentException for more than such a code can hold, about 2 900 bytes */
    public static QrCode of(String text) {
        try {
            BitMatrix modules = new QRCodeWriter()
                    .encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, QUIET_ZONE));
            return new QrCode(modules.getWidth(), path(modules));
        } catch (WriterException e) {
            throw new IllegalArgumentException("Too long for a QR code", e);
        }
    }

    /** Dark modules side by side are one bar. */
    private static String path(BitMatrix modules) {
        var path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            int x = 0;
            while (x < modules.getWidth()) {
                int dark = darkFrom(modules, x, y);
                if (dark > 0) {
                    path.append("M%d %dh%dv1h-%dz".formatted(x, y, dark, dark));
                }
                x += Math.max(1, dark);
            }
        }
        return path.toString();
    }

    private static int darkFrom(BitMatrix modules, int x, int y) {
        int end = x;
        while (end < modules.getWidth() && modules.get(end, y)) {
            end++;
        }
        return end - x;
    }
}
