package org.xiangpei.shared;

/** A request that breaks a rule of the domain; answered as a problem of the given code, never as a failure of the server. */
public class RuleViolation extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * @param code the kind of the problem, listed in {@code labels.properties} under {@code problem.}
     * @param detail what is wrong, where, and what would be right, in Chinese for the person who reads it
     */
    public RuleViolation(String code, String detail) {
        super(detail);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
