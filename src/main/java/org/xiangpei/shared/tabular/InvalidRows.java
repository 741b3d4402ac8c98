package org.xiangpei.shared.tabular;

import java.util.List;

import org.xiangpei.shared.RuleViolation;

/** An upload whose rows break rules: nothing of it was taken. Code {@code invalid-rows}. */
public class InvalidRows extends RuleViolation {

    private static final long serialVersionUID = 1L;

    private final transient List<RowError> errors;
    private final int total;

    /**
     * @param errors the listed errors, by file and row
     * @param total all errors, also those beyond the list
     */
    public InvalidRows(List<RowError> errors, int total) {
        super("invalid-rows", "文件中有 " + total + " 处错误，未作任何更改。请按列出的文件、行、列改正后重新提交。");
        this.errors = List.copyOf(errors);
        this.total = total;
    }

    public List<RowError> errors() {
        return errors;
    }

    public int total() {
        return total;
    }
}
