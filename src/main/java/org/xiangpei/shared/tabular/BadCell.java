package org.xiangpei.shared.tabular;

/** A cell that is not what its column asks for; becomes a {@link RowError}, and never leaves the reading of a row. */
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
