package org.xiangpei.requirement;

import java.time.Instant;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** The fact that a posted line counts no longer from now on. As of an earlier day it still does. */
@Entity
@Immutable
@Table(name = "requirement_line_end")
public class PostedLineEnd {

    /** Why. */
    public enum Why {
        /** Its buyer asks for something else in its place. */
        SUPERSEDED,

        /** Its buyer does not want that item any more. */
        DROPPED,

        /** Its buyer withdrew the whole requirement. */
        WITHDRAWN
    }

    @Id
    private String lineCode;

    @Enumerated(EnumType.STRING)
    private Why why;

    private @Nullable String supersededBy;
    private Instant recordedAt;

    protected PostedLineEnd() {}

    private PostedLineEnd(String lineCode, Why why, @Nullable String supersededBy, Instant recordedAt) {
        this.lineCode = lineCode;
        this.why = why;
        this.supersededBy = supersededBy;
        this.recordedAt = recordedAt;
    }

    static PostedLineEnd superseded(PostedLine ended, PostedLine by, Instant now) {
        return new PostedLineEnd(ended.code(), Why.SUPERSEDED, by.code(), now);
    }

    static PostedLineEnd of(PostedLine ended, Why why, Instant now) {
        return new PostedLineEnd(ended.code(), why, null, now);
    }

    public String lineCode() {
        return lineCode;
    }

    public Why why() {
        return why;
    }

    /** Code of the fact that stands in its place. */
    public Optional<String> supersededBy() {
        return Optional.ofNullable(supersededBy);
    }

    public Instant recordedAt() {
        return recordedAt;
    }
}
