package org.xiangpei.shared.tabular;

import org.xiangpei.shared.RuleViolation;

/** A text file, decoded. */
public final class PlainText {

    private PlainText() {}

    /**
     * The text without its mark: UTF-8, UTF-16 with a mark, or GB 18030.
     *
     * @param file how to name it in a message
     * @throws RuleViolation {@code file-encoding} for anything else
     */
    public static String of(String file, byte[] bytes) {
        TextEncoding encoding = TextEncoding.of(file, bytes);
        return new String(bytes, encoding.markLength(), bytes.length - encoding.markLength(), encoding.charset());
    }
}
