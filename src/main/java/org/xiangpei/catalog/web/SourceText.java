package org.xiangpei.catalog.web;

import org.jspecify.annotations.Nullable;

/** Where a row comes from, in words for readers: files name the report that a row quotes as {@code seed <file>}. */
final class SourceText {

    private SourceText() {}

    static @Nullable String of(@Nullable String source) {
        return source == null ? null : source.replaceAll("\\bseed (\\S+?)：", "公开报道（$1）：");
    }
}
