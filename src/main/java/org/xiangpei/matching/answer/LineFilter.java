package org.xiangpei.matching.answer;

import java.util.Arrays;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Which lines of a bill somebody wants to see. */
public enum LineFilter {
    ALL("", "true"),
    QUALIFIED("qualified", "a.coverage = 'QUALIFIED'"),
    POSSIBLE("possible", "a.coverage = 'POSSIBLE'"),
    FOUND("found", "a.coverage = 'FOUND'"),
    NONE("none", "a.coverage = 'NONE'"),
    UNMATCHABLE("unmatchable", "a.problem is not null"),
    GAINED("gained", changed("GAINED")),
    LOST("lost", changed("LOST"));

    private final String code;
    private final String condition;

    LineFilter(String code, String condition) {
        this.code = code;
        this.condition = condition;
    }

    private static String changed(String kind) {
        return "exists (select from line_answer_change c where c.requirement_code = a.requirement_code"
                + " and c.line_number = a.line_number and c.kind = '" + kind + "')";
    }

    /** What stands for it in an address; empty for all. */
    public String code() {
        return code;
    }

    /** Of {@code line_answer a}. */
    String condition() {
        return condition;
    }

    public static Optional<LineFilter> of(@Nullable String code) {
        String given = code == null ? "" : code;
        return Arrays.stream(values()).filter(it -> it.code.equals(given)).findFirst();
    }
}
