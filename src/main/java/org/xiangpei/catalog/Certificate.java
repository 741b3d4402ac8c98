package org.xiangpei.catalog;

import java.time.LocalDate;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.jspecify.annotations.Nullable;

/** A certificate (资质证书) of a firm or of one product. The same type, number and owner is the same certificate. */
@Entity
public class Certificate {

    /** Exactly one of {@code firmCode} and {@code productCode} is set. */
    @Embeddable
    public record Key(
            String type,
            String number,
            @Nullable String firmCode,
            @Nullable String productCode) {}

    @Embeddable
    public record Details(
            @Nullable String issuer,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil) {

        public Validity validity() {
            return new Validity(validFrom, validUntil);
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private Long id;

    @Embedded
    private Key key;

    @Embedded
    private Details details;

    @Version
    private int version;

    protected Certificate() {}

    public Certificate(Key key, Details details) {
        this.key = key;
        this.details = details;
    }

    public void amend(Details amended) {
        details = amended;
    }

    public Key key() {
        return key;
    }

    /** An embedded value without any column set is read back as null. */
    public Details details() {
        return details == null ? new Details(null, null, null) : details;
    }
}
