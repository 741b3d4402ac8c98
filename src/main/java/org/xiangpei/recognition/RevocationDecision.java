package org.xiangpei.recognition;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.City;

/** What the session decided of a revocation. Until it is closed a later revision outweighs an earlier one; none is changed. */
@Entity
@Immutable
public class RevocationDecision {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private int sessionNumber;
    private String revocationCode;
    private int revision;

    @Enumerated(EnumType.STRING)
    private RevocationChoice decision;

    private String note;

    @Enumerated(EnumType.STRING)
    private City city;

    private String decidedByLogin;
    private String decidedByName;
    private Instant decidedAt;

    protected RevocationDecision() {}

    RevocationDecision(
            int session,
            String revocation,
            int revision,
            RevocationChoice decision,
            String note,
            Examiner by,
            Instant now) {
        sessionNumber = session;
        revocationCode = revocation;
        this.revision = revision;
        this.decision = decision;
        this.note = note.strip();
        city = by.city();
        decidedByLogin = by.person().login();
        decidedByName = by.person().name();
        decidedAt = now;
    }

    public int session() {
        return sessionNumber;
    }

    public String revocation() {
        return revocationCode;
    }

    /** From 1. */
    public int revision() {
        return revision;
    }

    public RevocationChoice choice() {
        return decision;
    }

    public String note() {
        return note;
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
