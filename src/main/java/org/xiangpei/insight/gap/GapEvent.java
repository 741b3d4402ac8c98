package org.xiangpei.insight.gap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Actor;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Coded;

/** What became of a gap: a fact, never changed. */
@Entity
@Immutable
public class GapEvent {

    /** What it was. */
    public enum Kind implements Coded {
        /** A bureau took it in hand. */
        TAKEN,
        /** The bureau gave it up again. */
        RELEASED,
        /** A firm's attention was drawn to it. */
        FIRM_TOLD,
        /** Its last unmet line was met or ended. */
        CLOSED,
        /** A line is unmet again. */
        REOPENED
    }

    /** Who did it; the service itself where lines decided. */
    @Embeddable
    public record By(
            String byLogin, String byName, @Nullable String byCity) {

        static By of(Actor actor) {
            return new By(
                    actor.login(), actor.name(), actor.city().map(City::code).orElse(null));
        }
    }

    /** A firm of the catalogue, as it was called then. */
    @Embeddable
    public record Told(String firmCode, String firmName) {}

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String gapKey;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private LocalDate day;
    private Instant recordedAt;

    @Embedded
    private By by;

    @Embedded
    private @Nullable Told told;

    private @Nullable String note;

    protected GapEvent() {}

    GapEvent(
            String gapKey,
            Kind kind,
            LocalDate day,
            Instant recordedAt,
            By by,
            @Nullable Told told,
            @Nullable String note) {
        this.gapKey = gapKey;
        this.kind = kind;
        this.day = day;
        this.recordedAt = recordedAt;
        this.by = by;
        this.told = told;
        this.note = note;
    }

    public String gapKey() {
        return gapKey;
    }

    public Kind kind() {
        return kind;
    }

    /** On which it came to pass, which may be before it was noticed. */
    public LocalDate day() {
        return day;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public By by() {
        return by;
    }

    public Optional<Told> told() {
        return Optional.ofNullable(told);
    }

    public Optional<String> note() {
        return Optional.ofNullable(note);
    }
}
