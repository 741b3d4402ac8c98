package org.xiangpei.shared;

import java.util.List;

/** A request that breaks a rule of the domain; answered as a problem of the given code, never as a failure of the server. */
public class RuleViolation extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String detail;
    private final transient List<? extends Record> errors;

    /**
     * @param code the kind of the problem; {@code labels.properties} has its title under {@code problem.<code>} and, where it is
     *     not 400, its HTTP status under {@code problem.<code>.status}
     * @param detail what is wrong, where, and what would be right, in Chinese for the person who reads it
     */
    public RuleViolation(String code, String detail) {
        this(code, detail, List.of());
    }

    /** @param errors every single thing that is wrong, all of one type, in the order of the input */
    public RuleViolation(String code, String detail, List<? extends Record> errors) {
        super(detail);
        this.detail = detail;
        this.code = code;
        this.errors = List.copyOf(errors);
    }

    public String code() {
        return code;
    }

    public String detail() {
        return detail;
    }

    public List<? extends Record> errors() {
        return errors;
    }
}
