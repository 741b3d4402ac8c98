package org.xiangpei.requirement.bill;

import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of a bill as it stood in the file, kept until a line of the requirement has come of it that has a category. */
@Entity
class BillRow {

    @Embeddable
    record Key(@Column(name = "bill_code") String bill, int position) {}

    /** What has become of a row. */
    enum State {
        WAITING,
        READ,
        /** A line without a category came of it. */
        UNMATCHED,
        MATCHED,
        ASKED,
        DROPPED
    }

    @EmbeddedId
    private Key key;

    private int sheet;
    private int line;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> cells;

    @SuppressWarnings("UnusedVariable") // what rows are found by
    @Enumerated(EnumType.STRING)
    private State state = State.WAITING;

    private String name = "";
    private @Nullable Integer requirementLine;

    protected BillRow() {}

    /** @param line the number that the editor gives the row */
    BillRow(Key key, int sheet, int line, List<String> cells) {
        this.key = key;
        this.sheet = sheet;
        this.line = line;
        this.cells = cells;
    }

    void become(State next) {
        state = next;
    }

    /** @param number of the line of the requirement */
    void unmatched(String called, int number) {
        state = State.UNMATCHED;
        name = called;
        requirementLine = number;
    }

    int position() {
        return key.position();
    }

    int sheet() {
        return sheet;
    }

    int line() {
        return line;
    }

    List<String> cells() {
        return cells;
    }

    String name() {
        return name;
    }

    int requirementLine() {
        return requirementLine == null ? 0 : requirementLine;
    }
}
