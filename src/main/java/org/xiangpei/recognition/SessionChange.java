package org.xiangpei.recognition;

import java.time.Instant;
import java.time.LocalDate;
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
import org.xiangpei.shared.Coded;

/** That a joint session was moved, or called off: a fact, never changed. */
@Entity
@Immutable
public class SessionChange {

    /** What can happen to a session before it is held. */
    public enum Kind implements Coded {
        /** To another day or place (改期). */
        MOVED,
        /** It does not take place; its number is free again (取消). */
        CALLED_OFF
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private int sessionNumber;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Enumerated(EnumType.STRING)
    private City host;

    private LocalDate heldOn;
    private String place;
    private @Nullable LocalDate movedTo;
    private @Nullable String movedPlace;
    private String reason;
    private String changedByLogin;
    private String changedByName;
    private Instant changedAt;

    protected SessionChange() {}

    private SessionChange(JointSession of, Kind kind, String reason, Examiner by, Instant now) {
        sessionNumber = of.number();
        this.kind = kind;
        host = of.host();
        heldOn = of.heldOn();
        place = of.place();
        this.reason = reason.strip();
        changedByLogin = by.person().login();
        changedByName = by.person().name();
        changedAt = now;
    }

    /** @param of as it was until now */
    static SessionChange moved(JointSession of, LocalDate day, String place, String reason, Examiner by, Instant now) {
        var change = new SessionChange(of, Kind.MOVED, reason, by, now);
        change.movedTo = day;
        change.movedPlace = place;
        return change;
    }

    static SessionChange calledOff(JointSession of, String reason, Examiner by, Instant now) {
        return new SessionChange(of, Kind.CALLED_OFF, reason, by, now);
    }

    public int session() {
        return sessionNumber;
    }

    public Kind kind() {
        return kind;
    }

    public City host() {
        return host;
    }

    /** The day until then. */
    public LocalDate heldOn() {
        return heldOn;
    }

    /** The place until then. */
    public String place() {
        return place;
    }

    public Optional<LocalDate> movedTo() {
        return Optional.ofNullable(movedTo);
    }

    public Optional<String> movedPlace() {
        return Optional.ofNullable(movedPlace);
    }

    public String reason() {
        return reason;
    }

    public Person by() {
        return new Person(changedByLogin, changedByName);
    }

    public Instant at() {
        return changedAt;
    }
}
