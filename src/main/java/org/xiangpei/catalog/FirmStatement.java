package org.xiangpei.catalog;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import org.hibernate.annotations.Immutable;

/** A specification that a firm stated of its listed product by itself (企业自述): a fact. No bureau has examined it. */
@Entity
@Immutable
public class FirmStatement {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private String productCode;
    private String propertyCode;

    @Embedded
    private Specification.Details details;

    private String organizationCode;
    private String statedByLogin;
    private String statedByName;
    private LocalDate statedOn;
    private Instant recordedAt;

    protected FirmStatement() {}

    public FirmStatement(Specification.Key key, Specification.Details details, By by, LocalDate on, Instant now) {
        productCode = key.productCode();
        propertyCode = key.propertyCode();
        this.details = details;
        organizationCode = by.organization();
        statedByLogin = by.login();
        statedByName = by.name();
        statedOn = on;
        recordedAt = now;
    }

    /** Who states it, for which organisation. */
    public record By(String organization, String login, String name) {}

    public String productCode() {
        return productCode;
    }

    public String propertyCode() {
        return propertyCode;
    }

    public Specification.Details details() {
        return details;
    }

    public By by() {
        return new By(organizationCode, statedByLogin, statedByName);
    }

    public LocalDate statedOn() {
        return statedOn;
    }

    public Instant recordedAt() {
        return recordedAt;
    }
}
