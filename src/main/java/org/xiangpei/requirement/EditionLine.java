package org.xiangpei.requirement;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A line as an edition changed it. What an edition did not change is as the edition before had it. */
@Entity
@Immutable
@Table(name = "requirement_edition_line")
public class EditionLine {

    @Embeddable
    public record Key(String requirementCode, int number, int edition) {}

    /** Hibernate would take an embeddable as JSON apart itself, and cannot. */
    record Said(KeptLine.Content line) {}

    @EmbeddedId
    private Key key;

    @JdbcTypeCode(SqlTypes.JSON)
    private Said content;

    @Enumerated(EnumType.STRING)
    private LineState state;

    protected EditionLine() {}

    EditionLine(Requirement of, KeptLine line) {
        key = new Key(of.code(), line.number(), of.edition());
        content = new Said(line.content());
        state = line.state();
    }

    public int number() {
        return key.number();
    }

    public int edition() {
        return key.edition();
    }

    public KeptLine.Content content() {
        return content.line();
    }

    public LineState state() {
        return state;
    }
}
