package org.xiangpei.requirement;

/** A field of a criterion that makes no sense; caught by the reader of the line, which adds where it stands. */
final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String detail;

    /** @param field of the criterion, for example {@code valueMax} */
    Unreadable(String field, String detail) {
        super(detail, null, false, false);
        this.field = field;
        this.detail = detail;
    }

    String field() {
        return field;
    }

    String detail() {
        return detail;
    }
}
