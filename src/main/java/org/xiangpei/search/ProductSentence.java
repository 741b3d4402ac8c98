package org.xiangpei.search;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A product in one sentence, for its meaning, and the vector of it.
 *
 * <p>Name, category with its other names, description and the specifications that are words: what it is and what it is for. Numbers
 * are left out: they crowd out the rest (ADR 0062), and the words of a search find them.
 *
 * @param vector null until it was computed
 */
public record ProductSentence(String text, @Nullable SentenceVector vector) {

    static ProductSentence of(
            String name, IndexedCategory category, @Nullable String description, List<String> characteristics) {
        String others = String.join("、", category.synonyms());
        String text = name + "，" + category.name() + (others.isEmpty() ? "" : "（" + others + "）") + "。"
                + (description == null ? "" : description)
                + String.join("；", characteristics);
        return new ProductSentence(text, null);
    }

    /** The key under which the vector is kept: the same text read by the same model has the same one. */
    public String key() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((SentenceVector.MODEL + "\n" + text).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    ProductSentence with(SentenceVector computed) {
        return new ProductSentence(text, computed);
    }
}
