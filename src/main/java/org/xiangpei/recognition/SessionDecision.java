package org.xiangpei.recognition;

import java.time.Instant;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.City;

/** What the session decided of a filing. Until the session is closed a later revision outweighs an earlier one; none is changed. */
@Entity
@Immutable
public class SessionDecision {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private int sessionNumber;
    private String caseCode;
    private int revision;

    @Enumerated(EnumType.STRING)
    private Outcome decision;

    private @Nullable String note;

    @Enumerated(EnumType.STRING)
    private City city;

    private String decidedByLogin;
    private String decidedByName;
    private Instant decidedAt;

    protected SessionDecision() {}

    SessionDecision(
            int session, String caseCode, int revision, Outcome decision, String note, Examiner by, Instant now) {
        sessionNumber = session;
        this.caseCode = caseCode;
        this.revision = revision;
        this.decision = decision;
        this.note = note.isBlank() ? null : note.strip();
        city = by.city();
        decidedByLogin = by.person().login();
        decidedByName = by.person().name();
        decidedAt = now;
    }

    public int session() {
        return sessionNumber;
    }

    public String caseCode() {
        return caseCode;
    }

    /** From 1. */
    public int revision() {
        return revision;
    }

    public Outcome outcome() {
        return decision;
    }

    public Optional<String> note() {
        return Optional.ofNullable(note);
    }

    /** Whose bureau wrote it down. */
    public City city() {
        return city;
    }

    public Person by() {
        return new Person(decidedByLogin, decidedByName);
    }

    public Instant at() {
        return decidedAt;
    }
}
