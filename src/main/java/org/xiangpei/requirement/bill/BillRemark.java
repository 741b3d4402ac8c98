package org.xiangpei.requirement.bill;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.tabular.RowError;

/** A {@link Remark} with its place in the file. */
@Entity
class BillRemark {

    @Embeddable
    record Key(@Column(name = "bill_code") String bill, int position) {}

    @SuppressWarnings("UnusedVariable") // what a remark is found by
    @EmbeddedId
    private Key key;

    @SuppressWarnings("UnusedVariable") // what remarks are found by
    @Enumerated(EnumType.STRING)
    private RemarkKind kind;

    private String file;
    private int line;
    private @Nullable String columnName;
    private @Nullable String value;
    private String reason;

    protected BillRemark() {}

    BillRemark(Key key, String file, int line, Remark remark) {
        this.key = key;
        this.kind = remark.kind();
        this.file = file;
        this.line = line;
        this.columnName = remark.column();
        this.value = remark.value();
        this.reason = remark.reason();
    }

    RowError error() {
        return new RowError(file, line, columnName, value, reason);
    }
}
