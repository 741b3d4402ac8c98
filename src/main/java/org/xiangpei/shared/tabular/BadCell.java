package org.xiangpei.shared.tabular;

/** A text that is not what its column or field asks for. In a row it becomes a {@link RowError}, and never leaves the reading of it. */
public final class BadCell extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    /** @param reason what would be right, in Chinese */
    public BadCell(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
