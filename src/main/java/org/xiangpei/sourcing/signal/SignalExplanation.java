package org.xiangpei.sourcing.signal;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Actor;

/** What an organisation says to what a signal points at (说明): a fact. What says it otherwise names it. */
@Entity
@Immutable
public class SignalExplanation {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "organization_code")
    private String organization;

    @Enumerated(EnumType.STRING)
    private SignalKind kind;

    @Column(name = "inquiry_code")
    private @Nullable String inquiry;

    private String text;
    private @Nullable Long supersedes;

    @SuppressWarnings("UnusedVariable") // who it was, when the name is not enough
    private String explainedByLogin;

    private String explainedByName;
    private Instant explainedAt;

    protected SignalExplanation() {}

    /**
     * @param inquiry null for all inquiries of the kind
     * @param before what was said until now
     */
    SignalExplanation(
            SignalKind kind,
            @Nullable String inquiry,
            String text,
            @Nullable SignalExplanation before,
            Actor by,
            Instant now) {
        organization = Objects.requireNonNull(by.organization());
        this.kind = kind;
        this.inquiry = inquiry;
        this.text = text;
        supersedes = before == null ? null : before.id();
        explainedByLogin = by.login();
        explainedByName = by.name();
        explainedAt = now;
    }

    public long id() {
        return Objects.requireNonNull(id);
    }

    /** Code of whose word it is. */
    public String organization() {
        return organization;
    }

    public SignalKind kind() {
        return kind;
    }

    /** Code of the inquiry; empty for all of the kind. */
    public Optional<String> inquiry() {
        return Optional.ofNullable(inquiry);
    }

    public String text() {
        return text;
    }

    public Optional<Long> supersedes() {
        return Optional.ofNullable(supersedes);
    }

    public String explainedByName() {
        return explainedByName;
    }

    public Instant explainedAt() {
        return explainedAt;
    }
}
