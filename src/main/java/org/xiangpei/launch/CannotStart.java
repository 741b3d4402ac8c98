package org.xiangpei.launch;

import org.jspecify.annotations.Nullable;

/** The process cannot start for a reason that the operator can mend; the message says what and how. */
class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotStart(String message) {
        this(message, null);
    }

    CannotStart(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
