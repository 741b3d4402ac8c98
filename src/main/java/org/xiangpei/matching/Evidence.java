package org.xiangpei.matching;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.Coded;

/**
 * What a judgement rests on.
 *
 * @param source the property code, certificate number, standard or field that was looked at
 * @param value what it says, for a reader; null when it says nothing
 */
public record Evidence(
        Kind kind, @Nullable String source, @Nullable String value) {

    public enum Kind implements Coded {
        SPECIFICATION,
        CERTIFICATE,
        STANDARD,
        FIELD,
        /** Nothing is stated: the clause is unknown. */
        NOT_STATED
    }
}
