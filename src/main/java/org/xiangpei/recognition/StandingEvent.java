package org.xiangpei.recognition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Validity;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Coded;

/** Something that became of the recognition of a product: a fact, appended and never changed (design rule 5). */
@Entity
@Immutable
@Table(name = "recognition_event")
public class StandingEvent {

    /** What can become of a recognition. */
    public enum Kind implements Coded {
        /** In a batch, from its first day to its last. Ends whatever interrupted it. */
        RECOGNISED,
        /** Until a day, by the home city. */
        SUSPENDED,
        /** A suspension ends before its last day. */
        RESUMED,
        /** For good, by the three cities in a joint session. */
        REVOKED,
        /** Between the last day of one recognition and the first of the next. */
        LAPSED,
        /** The three cities have accepted other values; the term stays. */
        CHANGED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String productCode;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private @Nullable LocalDate startsOn;
    private @Nullable LocalDate endsOn;

    @Column(name = "batch_number")
    private @Nullable Integer batch;

    private @Nullable String caseCode;

    @Enumerated(EnumType.STRING)
    private @Nullable City city;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> reasons = List.of();

    private @Nullable String note;
    private @Nullable String decidedByLogin;
    private @Nullable String decidedByName;
    private Instant recordedAt;

    protected StandingEvent() {}

    private StandingEvent(String product, Kind kind, Validity days, Instant at) {
        productCode = product;
        this.kind = kind;
        startsOn = days.from();
        endsOn = days.until();
        recordedAt = at;
    }

    /** @param caseCode null for what was in the catalogue that was loaded */
    static StandingEvent recognised(
            String product,
            int batch,
            @Nullable String caseCode,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            Instant at) {
        var event = new StandingEvent(product, Kind.RECOGNISED, new Validity(from, until), at);
        event.batch = batch;
        event.caseCode = caseCode;
        return event;
    }

    static StandingEvent changed(String product, String caseCode, LocalDate from, Instant at) {
        var event = new StandingEvent(product, Kind.CHANGED, new Validity(from, null), at);
        event.caseCode = caseCode;
        return event;
    }

    /** @param note what the session found */
    static StandingEvent revoked(String product, LocalDate from, List<String> grounds, String note, Instant at) {
        var event = new StandingEvent(product, Kind.REVOKED, new Validity(from, null), at);
        event.reasons = List.copyOf(grounds);
        event.note = note;
        return event;
    }

    static StandingEvent lapsed(String product, LocalDate from, LocalDate until, Instant at) {
        return new StandingEvent(product, Kind.LAPSED, new Validity(from, until), at);
    }

    static StandingEvent suspended(
            String product, LocalDate from, LocalDate until, String reason, String note, Examiner by, Instant at) {
        return decided(
                new StandingEvent(product, Kind.SUSPENDED, new Validity(from, until), at), List.of(reason), note, by);
    }

    static StandingEvent resumed(String product, LocalDate from, String note, Examiner by, Instant at) {
        return decided(new StandingEvent(product, Kind.RESUMED, new Validity(from, null), at), List.of(), note, by);
    }

    private static StandingEvent decided(StandingEvent event, List<String> reasons, String note, Examiner by) {
        event.reasons = reasons;
        event.note = note;
        event.city = by.city();
        event.decidedByLogin = by.person().login();
        event.decidedByName = by.person().name();
        return event;
    }

    public String productCode() {
        return productCode;
    }

    public Kind kind() {
        return kind;
    }

    /** Its first day; empty where no source says. */
    public Optional<LocalDate> startsOn() {
        return Optional.ofNullable(startsOn);
    }

    /** Its last day; empty for good, or where no source says. */
    public Optional<LocalDate> endsOn() {
        return Optional.ofNullable(endsOn);
    }

    public Optional<Integer> batch() {
        return Optional.ofNullable(batch);
    }

    /** The filing that was recognised. */
    public Optional<String> caseCode() {
        return Optional.ofNullable(caseCode);
    }

    /** Whose bureau decided; empty for the three together. */
    public Optional<City> city() {
        return Optional.ofNullable(city);
    }

    public List<String> reasons() {
        return List.copyOf(reasons);
    }

    public Optional<String> note() {
        return Optional.ofNullable(note);
    }

    /** Who decided for that city. */
    public Optional<Person> decidedBy() {
        return decidedByLogin == null || decidedByName == null
                ? Optional.empty()
                : Optional.of(new Person(decidedByLogin, decidedByName));
    }

    public Instant recordedAt() {
        return recordedAt;
    }
}
