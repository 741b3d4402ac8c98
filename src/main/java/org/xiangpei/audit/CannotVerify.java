package org.xiangpei.audit;

/** The trail can be found neither whole nor broken: for example the key is missing. The message is for the person who asked. */
public class CannotVerify extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CannotVerify(String message) {
        super(message);
    }

    public CannotVerify(String message, Throwable cause) {
        super(message, cause);
    }
}
