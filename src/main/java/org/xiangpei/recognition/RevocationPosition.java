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

/** What a city says of a revocation in the session. Never changed. */
@Entity
@Immutable
public class RevocationPosition {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private int sessionNumber;
    private String revocationCode;

    @Enumerated(EnumType.STRING)
    private City city;

    private boolean revokes;
    private @Nullable String note;
    private String takenByLogin;
    private String takenByName;
    private Instant takenAt;

    protected RevocationPosition() {}

    RevocationPosition(int session, String revocation, boolean revokes, String note, Examiner by, Instant now) {
        sessionNumber = session;
        revocationCode = revocation;
        city = by.city();
        this.revokes = revokes;
        this.note = note.isBlank() ? null : note.strip();
        takenByLogin = by.person().login();
        takenByName = by.person().name();
        takenAt = now;
    }

    public int session() {
        return sessionNumber;
    }

    public String revocation() {
        return revocationCode;
    }

    public City city() {
        return city;
    }

    /** Whether it is for revoking. */
    public boolean revokes() {
        return revokes;
    }

    public Optional<String> note() {
        return Optional.ofNullable(note);
    }

    public Person by() {
        return new Person(takenByLogin, takenByName);
    }

    public Instant at() {
        return takenAt;
    }
}
