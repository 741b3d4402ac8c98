package org.xiangpei.recognition;

import java.math.BigDecimal;
import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Specification;

/** An import gave a recognised product another value of a key specification. A fact, never changed. */
@Entity
@Immutable
public class KeySpecificationChange {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String productCode;
    private String propertyCode;
    private @Nullable BigDecimal wasMin;
    private @Nullable BigDecimal wasMax;
    private @Nullable String wasValue;
    private @Nullable String wasUnit;
    private String importCode;
    private Instant noticedAt;

    protected KeySpecificationChange() {}

    KeySpecificationChange(String product, String property, Specification.Details was, String importCode, Instant at) {
        productCode = product;
        propertyCode = property;
        wasMin = was.min();
        wasMax = was.max();
        wasValue = was.value();
        wasUnit = was.unit();
        this.importCode = importCode;
        noticedAt = at;
    }

    public String productCode() {
        return productCode;
    }

    public String propertyCode() {
        return propertyCode;
    }

    /** What was recognised; nothing in it where it was not stated. */
    public Specification.Details was() {
        return new Specification.Details(wasMin, wasMax, wasValue, wasUnit);
    }

    /** The import that did it. */
    public String importCode() {
        return importCode;
    }

    public Instant noticedAt() {
        return noticedAt;
    }
}
