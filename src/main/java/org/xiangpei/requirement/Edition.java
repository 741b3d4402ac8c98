package org.xiangpei.requirement;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import org.xiangpei.identity.Actor;

/** What a published requirement said from a moment on (版本): a fact. Its lines are {@link EditionLine}s. */
@Entity
@Immutable
@Table(name = "requirement_edition")
public class Edition {

    @Embeddable
    public record Key(String requirementCode, int number) {}

    /** The head as it was, to whom it was published, and the names of its attachments. */
    public record Published(
            Head head, Visibility visibility, SortedSet<String> firms, boolean showsBuyer, List<String> files) {}

    @EmbeddedId
    private Key key;

    @JdbcTypeCode(SqlTypes.JSON)
    private Published head;

    private String madeByLogin;
    private String madeByName;
    private Instant madeAt;

    protected Edition() {}

    /** What it says now, under its number. */
    Edition(Requirement of, List<String> files, Actor by, Instant now) {
        key = new Key(of.code(), of.edition());
        head = new Published(of.head(), of.visibility(), new TreeSet<>(of.firms()), of.showsBuyer(), files);
        madeByLogin = by.login();
        madeByName = by.name();
        madeAt = now;
    }

    public int number() {
        return key.number();
    }

    public Published head() {
        return head;
    }

    public String madeByLogin() {
        return madeByLogin;
    }

    public String madeByName() {
        return madeByName;
    }

    public Instant madeAt() {
        return madeAt;
    }
}
