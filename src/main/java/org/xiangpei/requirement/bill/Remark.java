package org.xiangpei.requirement.bill;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.Coded;

/**
 * Something about a row that a person should know.
 *
 * @param column as the file calls it; null for the whole row
 * @param value what stands there
 * @param reason what is wrong or was left out, and what would be right, in Chinese
 */
public record Remark(
        Kind kind,
        @Nullable String column,
        @Nullable String value,
        String reason) {

    private static final int LONGEST_VALUE = 200;

    /** What it means for the row. */
    public enum Kind implements Coded {
        /** A value that could not be taken over. */
        FAULT,
        /** Words that became no clause, or clauses that contradict each other. */
        HINT,
        /** A row that is no line: a title, a sum. */
        SKIPPED
    }

    public Remark {
        if (value != null && value.length() > LONGEST_VALUE) {
            value = value.substring(0, LONGEST_VALUE) + "…";
        }
    }
}
