package org.xiangpei.shared;

import org.jspecify.annotations.Nullable;

/** Something that the service needs from elsewhere is not there now; answered as a problem that passes, never as a failure of ours. */
public class Unavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String detail;

    /**
     * @param code the kind of the problem, with title and status in {@code labels.properties} as for a {@link RuleViolation}
     * @param detail what is not possible now and what still is, in Chinese for the person who reads it
     * @param reason for the log and the operator
     */
    public Unavailable(String code, String detail, String reason, @Nullable Throwable cause) {
        super(reason, cause);
        this.code = code;
        this.detail = detail;
    }

    public String code() {
        return code;
    }

    public String detail() {
        return detail;
    }
}
