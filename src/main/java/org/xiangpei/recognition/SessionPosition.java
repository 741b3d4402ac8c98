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

/** What a city that was silent or against in writing says in the session (会上表态). Never changed. */
@Entity
@Immutable
public class SessionPosition {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private int sessionNumber;
    private String caseCode;

    @Enumerated(EnumType.STRING)
    private City city;

    private boolean accepts;
    private @Nullable String note;
    private String takenByLogin;
    private String takenByName;
    private Instant takenAt;

    protected SessionPosition() {}

    /** @param note why, for a city that is against */
    SessionPosition(int session, String caseCode, boolean accepts, String note, Examiner by, Instant now) {
        sessionNumber = session;
        this.caseCode = caseCode;
        city = by.city();
        this.accepts = accepts;
        this.note = note.isBlank() ? null : note.strip();
        takenByLogin = by.person().login();
        takenByName = by.person().name();
        takenAt = now;
    }

    public int session() {
        return sessionNumber;
    }

    public String caseCode() {
        return caseCode;
    }

    public City city() {
        return city;
    }

    public boolean accepts() {
        return accepts;
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
