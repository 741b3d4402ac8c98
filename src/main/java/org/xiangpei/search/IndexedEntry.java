package org.xiangpei.search;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What the index holds of one product, firm or category: all that is searched, filtered, sorted or suggested. */
public sealed interface IndexedEntry permits IndexedProduct, IndexedFirm, IndexedCategory {

    String code();

    Suggestion.Kind kind();

    /** Unique in the index. */
    default String key() {
        return key(kind(), code());
    }

    static String key(Suggestion.Kind kind, String code) {
        return kind.code() + ":" + code;
    }

    /** Changes when anything in the entry does, so that an index can be compared with the database. */
    default String fingerprint() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
