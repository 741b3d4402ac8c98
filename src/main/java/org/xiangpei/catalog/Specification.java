package org.xiangpei.catalog;

import java.math.BigDecimal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;

import org.jspecify.annotations.Nullable;

/** A property's value for one product: a range with a unit (a point has both ends equal, an empty end is not stated), or a value. */
@Entity
public class Specification {

    @Embeddable
    public record Key(String productCode, String propertyCode) {}

    @Embeddable
    public record Details(
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Column(name = "value") @Nullable String value,
            @Nullable String unit) {}

    @EmbeddedId
    private Key key;

    @Embedded
    private Details details;

    @Version
    private int version;

    protected Specification() {}

    public Specification(Key key, Details details) {
        this.key = key;
        this.details = details;
    }

    public void amend(Details amended) {
        details = amended;
    }

    public Key key() {
        return key;
    }

    public Details details() {
        return details;
    }
}
