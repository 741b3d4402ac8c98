package org.xiangpei.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;

import org.jspecify.annotations.Nullable;

/** One allowed value of an enum property. Ranks order the values, 1 the lowest; without ranks they are only equal or not. */
@Entity
public class EnumValue {

    @Embeddable
    public record Key(
            String propertyCode, @Column(name = "value") String value) {}

    @Embeddable
    public record Details(@Column(name = "rank") @Nullable Integer rank) {}

    @EmbeddedId
    private Key key;

    @Embedded
    private Details details;

    @Version
    private int version;

    protected EnumValue() {}

    public EnumValue(Key key, Details details) {
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
        return details == null ? new Details(null) : details;
    }
}
