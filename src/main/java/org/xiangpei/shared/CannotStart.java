package org.xiangpei.shared;

import org.jspecify.annotations.Nullable;

/**
 * The process cannot start for a reason that the operator can mend. The message says what and how: it is all that is printed, without
 * a stack trace, before the process ends with exit code 1.
 */
public class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CannotStart(String message) {
        this(message, null);
    }

    public CannotStart(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
