package org.xiangpei.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names contents by their SHA-256: equal fingerprints, equal contents. */
public final class Fingerprint {

    private final MessageDigest sum;

    public Fingerprint() {
        try {
            sum = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    public static String of(byte[] content) {
        var print = new Fingerprint();
        print.sum.update(content);
        return print.hex();
    }

    /** With its length before it, so that no two lists of texts run into one another. */
    public Fingerprint add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sum.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        sum.update(bytes);
        return this;
    }

    /** Of all that was added; to be asked once. */
    public String hex() {
        return HexFormat.of().formatHex(sum.digest());
    }
}
