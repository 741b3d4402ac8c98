package org.xiangpei.catalog.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

import org.xiangpei.catalog.load.ImportResult;
import org.xiangpei.catalog.load.RowChange;

/** Names what an import would do: equal digests, equal changes. */
final class Digest {

    private final MessageDigest sum;

    private Digest() {
        try {
            sum = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    static String of(ImportResult result) {
        var digest = new Digest();
        digest.add(Integer.toString(result.errorCount()));
        result.errors().forEach(error -> digest.add(error.toString()));
        result.changes().forEach(digest::add);
        return HexFormat.of().formatHex(digest.sum.digest());
    }

    private void add(RowChange change) {
        add(change.table());
        add(new TreeMap<>(change.before()).toString());
        add(new TreeMap<>(change.after()).toString());
    }

    /** With its length before it, so that no two lists of texts run into one another. */
    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sum.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        sum.update(bytes);
    }
}
