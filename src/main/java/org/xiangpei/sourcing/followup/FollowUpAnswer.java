package org.xiangpei.sourcing.followup;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

import org.xiangpei.sourcing.followup.FollowUpStatement.Stater;

/** What the supplier says to a statement of the buyer: once, and corrected by another that names it. */
@Entity
@Immutable
public class FollowUpAnswer {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long statementId;
    private boolean disputes;
    private String text;
    private @Nullable Long supersedes;

    @SuppressWarnings("UnusedVariable") // who it was, when the name is not enough
    private String answeredByLogin;

    private String answeredByName;
    private Instant answeredAt;

    protected FollowUpAnswer() {}

    private FollowUpAnswer(long statement, boolean disputes, String text, @Nullable Long supersedes, Stater by) {
        statementId = statement;
        this.disputes = disputes;
        this.text = text;
        this.supersedes = supersedes;
        answeredByLogin = by.login();
        answeredByName = by.name();
        answeredAt = by.at();
    }

    static FollowUpAnswer to(long statement, boolean disputes, String text, Stater by) {
        return new FollowUpAnswer(statement, disputes, text, null, by);
    }

    FollowUpAnswer corrected(boolean otherwise, String other, Stater by) {
        return new FollowUpAnswer(statementId, otherwise, other, id(), by);
    }

    public long id() {
        return Objects.requireNonNull(id);
    }

    public long statement() {
        return statementId;
    }

    /** Whether the supplier does not agree (不认可). */
    public boolean disputes() {
        return disputes;
    }

    public String text() {
        return text;
    }

    public Optional<Long> supersedes() {
        return Optional.ofNullable(supersedes);
    }

    public String answeredByName() {
        return answeredByName;
    }

    public Instant answeredAt() {
        return answeredAt;
    }
}
