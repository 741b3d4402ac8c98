package org.xiangpei.shared;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** A constant that stands in files, JSON and addresses by a lower-case code, and on pages by its label. */
public interface Coded {

    String name();

    /** The code of the HTTP contract and of the files, for example {@code near_miss}. */
    @JsonValue
    default String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
