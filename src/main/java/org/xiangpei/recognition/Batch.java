package org.xiangpei.recognition;

import java.time.LocalDate;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Validity;
import org.xiangpei.shared.City;

/** Products recognised together (批次). Number one is the catalogue that was loaded, of which no session and no verdicts are known. */
@Entity
@Immutable
@Table(name = "recognition_batch")
public class Batch {

    /** The number of the catalogue that was loaded. */
    public static final int LOADED = 1;

    @Id
    private int number;

    @Enumerated(EnumType.STRING)
    private @Nullable City host;

    private @Nullable LocalDate closedOn;
    private @Nullable LocalDate validFrom;
    private @Nullable LocalDate validUntil;

    protected Batch() {}

    Batch(int number, City host, LocalDate closedOn, LocalDate validFrom, LocalDate validUntil) {
        this.number = number;
        this.host = host;
        this.closedOn = closedOn;
        this.validFrom = validFrom;
        this.validUntil = validUntil;
    }

    public int number() {
        return number;
    }

    public boolean isLoaded() {
        return number == LOADED;
    }

    /** Who held the session. */
    public Optional<City> host() {
        return Optional.ofNullable(host);
    }

    /** The day of the session that closed it. */
    public Optional<LocalDate> closedOn() {
        return Optional.ofNullable(closedOn);
    }

    /** Of every product in it; both ends open for the catalogue that was loaded, whose products have their own. */
    public Validity validity() {
        return new Validity(validFrom, validUntil);
    }
}
