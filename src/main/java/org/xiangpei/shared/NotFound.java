package org.xiangpei.shared;

/** Something asked for by its code does not exist, or not for the one who asks. */
public class NotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String detail;

    /** @param what what was looked for, in Chinese, for example {@code 产品 P999} */
    public NotFound(String what) {
        super(what + "不存在");
        detail = what + "不存在";
    }

    public String detail() {
        return detail;
    }
}
