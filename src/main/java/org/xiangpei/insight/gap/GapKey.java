package org.xiangpei.insight.gap;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What makes lines one gap (同一缺口): the same category, and the same things lacking, quantities in the same cell of the {@link Grid}. It
 * follows from one line alone, so that a gap keeps its state and its follower when lines come and go, and comes again as the same.
 *
 * @param lacks in the order of their keys; none where the catalogue has no product of the category, or says nothing to judge it by
 */
public record GapKey(String category, List<Lack> lacks) {

    private static final int HASH_BYTES = 5;

    public GapKey {
        lacks = lacks.stream()
                .sorted(Comparator.comparing(Lack::key))
                .distinct()
                .toList();
    }

    /** The key as it stands in addresses: the category, and a digest of what is lacking. Labels are no part of it. */
    public String code() {
        String text = lacks.stream().map(Lack::key).collect(Collectors.joining("\n"));
        return category + "-" + HexFormat.of().formatHex(digest(category + "\n" + text), 0, HASH_BYTES);
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
