package org.xiangpei.shared.tabular;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.RuleViolation;

/** Collects everything wrong in one upload; lists up to a limit and counts the rest. */
public final class RowErrors {

    private final int limit;
    private final List<RowError> listed = new ArrayList<>();
    private int total;

    /** @param limit most errors that are kept, see {@link FileLimits#maxErrors()} */
    public RowErrors(int limit) {
        this.limit = limit;
    }

    public void add(String file, int row, @Nullable String column, @Nullable String value, String reason) {
        total++;
        if (listed.size() < limit) {
            listed.add(new RowError(file, row, column, value, reason));
        }
    }

    public boolean isEmpty() {
        return total == 0;
    }

    /** All errors, also those beyond the limit. */
    public int total() {
        return total;
    }

    /** The kept errors by file and row, within a row as they were found. */
    public List<RowError> list() {
        return listed.stream()
                .sorted(Comparator.comparing(RowError::file).thenComparingInt(RowError::row))
                .toList();
    }

    /** @throws RuleViolation {@code invalid-rows} with the list, when there is any error */
    public void requireNone() {
        if (!isEmpty()) {
            throw new RuleViolation("invalid-rows", "文件中有 " + total + " 处错误，未作任何更改。请按列出的文件、行、列改正后重新提交。", list());
        }
    }
}
