package org.xiangpei.requirement.bill;

import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A sheet of a bill's file, and what its columns are taken to hold. */
@Entity
class BillSheet {

    @Embeddable
    record Key(@Column(name = "bill_code") String bill, int position) {}

    @EmbeddedId
    private Key key;

    private String name;
    private boolean hidden;
    private boolean chosen;
    private int rowCount;
    private int headerFrom;
    private int headerTo;
    private String signature;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<BillColumn> columns;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<HeadingSpan> spans;

    @Version
    private int version;

    protected BillSheet() {}

    BillSheet(Key key, String name, boolean hidden, int rowCount, List<HeadingSpan> spans, SheetLayout layout) {
        this.key = key;
        this.name = name;
        this.hidden = hidden;
        this.rowCount = rowCount;
        this.spans = List.copyOf(spans);
        this.chosen = !hidden && layout.isTable();
        become(layout);
    }

    final void become(SheetLayout layout) {
        headerFrom = layout.headerFrom();
        headerTo = layout.headerTo();
        signature = layout.signature();
        columns = layout.columns();
    }

    /** Somebody has said whether it is to be read, and what its columns hold. */
    void choose(boolean read, List<BillColumn> said) {
        chosen = read;
        columns = List.copyOf(said);
    }

    int position() {
        return key.position();
    }

    String name() {
        return name;
    }

    boolean isHidden() {
        return hidden;
    }

    boolean isChosen() {
        return chosen;
    }

    int rowCount() {
        return rowCount;
    }

    int headerTo() {
        return headerTo;
    }

    String signature() {
        return signature;
    }

    List<BillColumn> columns() {
        return columns;
    }

    List<HeadingSpan> spans() {
        return spans;
    }

    SheetSummary summary(List<SheetSummary.Row> firstRows) {
        return new SheetSummary(
                key.position(), name, hidden, chosen, rowCount, headerFrom, headerTo, columns, firstRows);
    }
}
