package org.xiangpei.sourcing.award;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Actor;
import org.xiangpei.sourcing.Respondent;

/** That a supplier is asked whether it stands by its quotation for longer, and its answer (确认延期). Nothing else of the quotation can change. */
@Entity
@Table(name = "quotation_renewal")
public class Renewal {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "quotation_id")
    private long quotation;

    private @Nullable String askedByName;
    private @Nullable Instant askedAt;
    private @Nullable LocalDate validUntil;

    @SuppressWarnings("UnusedVariable") // for who asks the database later
    private @Nullable String confirmedBy;

    private @Nullable String confirmedByName;
    private @Nullable Instant confirmedAt;

    @Version
    private int version;

    protected Renewal() {}

    private Renewal(long quotation) {
        this.quotation = quotation;
    }

    static Renewal asked(long quotation, Actor by, Instant now) {
        var renewal = new Renewal(quotation);
        renewal.askedByName = by.name();
        renewal.askedAt = now;
        return renewal;
    }

    /** By a supplier that nobody has asked. */
    static Renewal unasked(long quotation) {
        return new Renewal(quotation);
    }

    void confirm(Respondent by, LocalDate until, Instant now) {
        validUntil = until;
        confirmedBy = by.login();
        confirmedByName = by.personName();
        confirmedAt = now;
    }

    /** Id of the quotation. */
    public long quotation() {
        return quotation;
    }

    /** The last day on which the supplier stands by it now; empty while it has not answered. */
    public Optional<LocalDate> validUntil() {
        return Optional.ofNullable(validUntil);
    }

    public Optional<String> askedBy() {
        return Optional.ofNullable(askedByName);
    }

    public Optional<Instant> askedAt() {
        return Optional.ofNullable(askedAt);
    }

    /** Who answered for the supplier. */
    public Optional<String> confirmedBy() {
        return Optional.ofNullable(confirmedByName);
    }

    public Optional<Instant> confirmedAt() {
        return Optional.ofNullable(confirmedAt);
    }
}
