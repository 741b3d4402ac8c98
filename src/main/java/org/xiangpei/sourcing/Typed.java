package org.xiangpei.sourcing;

import org.jspecify.annotations.Nullable;

/** Cleans what people type. */
public final class Typed {

    /** Control characters, halves of characters, and marks that turn the direction of a text so that a name reads as another. */
    private static final String NEVER_MEANT =
            "[\\p{Cc}\\p{Cs}\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF&&[^\\n\\r\\t]]";

    private Typed() {}

    /** Blank is as good as missing. */
    public static @Nullable String orNull(@Nullable String typed) {
        if (typed == null) {
            return null;
        }
        String clean = typed.replaceAll(NEVER_MEANT, "").strip();
        return clean.isEmpty() ? null : clean;
    }

    public static String orEmpty(@Nullable String typed) {
        String clean = orNull(typed);
        return clean == null ? "" : clean;
    }

    /** In one line, as names are. */
    static String name(@Nullable String typed) {
        return orEmpty(typed).replaceAll("\\s+", " ");
    }
}
