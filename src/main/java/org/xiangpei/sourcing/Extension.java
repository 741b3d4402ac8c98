package org.xiangpei.sourcing;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

/** That the deadline of an inquiry became later (延期): a fact, read by all who are invited. */
@Entity
@Table(name = "inquiry_extension")
public class Extension {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @SuppressWarnings("UnusedVariable") // what it is found by
    @Column(name = "inquiry_code")
    private String inquiry;

    private Instant deadlineBefore;
    private Instant deadline;
    private String reason;
    private String extendedByName;
    private Instant extendedAt;

    protected Extension() {}

    Extension(String inquiry, Instant before, Instant deadline, String reason, String by, Instant now) {
        this.inquiry = inquiry;
        deadlineBefore = before;
        this.deadline = deadline;
        this.reason = reason;
        extendedByName = by;
        extendedAt = now;
    }

    public Instant before() {
        return deadlineBefore;
    }

    public Instant deadline() {
        return deadline;
    }

    public String reason() {
        return reason;
    }

    public String by() {
        return extendedByName;
    }

    public Instant at() {
        return extendedAt;
    }
}
