package org.xiangpei.requirement.bill;

import org.jspecify.annotations.Nullable;

/**
 * Something about a row that a person should know.
 *
 * @param column as the file calls it; null for the whole row
 * @param value what stands there
 * @param reason what is wrong or was left out, and what would be right, in Chinese
 */
public record Remark(
        RemarkKind kind, @Nullable String column, @Nullable String value, String reason) {

    private static final int LONGEST_VALUE = 200;

    public Remark {
        if (value != null && value.length() > LONGEST_VALUE) {
            value = value.substring(0, LONGEST_VALUE) + "…";
        }
    }
}
