package org.xiangpei.recognition.passport;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Keys as text (PEM, RFC 7468). */
final class Pem {

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

    private Pem() {}

    /**
     * What stands in the only such block. In a setting of one line, {@code \n} parts the lines, or there is nothing but the block.
     *
     * @throws IllegalArgumentException when there is no such block, or more
     */
    static byte[] single(String label, String text) {
        if (!text.contains("-----")) {
            return decoded(text);
        }
        List<byte[]> blocks = all(label, text);
        if (blocks.size() != 1) {
            throw new IllegalArgumentException("Expected one block " + label + ", found " + blocks.size());
        }
        return blocks.getFirst();
    }

    /** What stands in all such blocks, in their order; text between them is for people. */
    static List<byte[]> all(String label, String text) {
        var block = Pattern.compile("-----BEGIN %s-----(.*?)-----END %s-----".formatted(label, label), Pattern.DOTALL);
        return block.matcher(text)
                .results()
                .map((MatchResult it) -> decoded(it.group(1)))
                .toList();
    }

    static String write(String label, byte[] content) {
        return "-----BEGIN %s-----%n%s%n-----END %s-----%n"
                .formatted(label, LINES.encodeToString(content), label)
                .replace(System.lineSeparator(), "\n");
    }

    private static byte[] decoded(String base64) {
        return Base64.getDecoder().decode(base64.replace("\\n", "").replaceAll("\\s", ""));
    }
}
