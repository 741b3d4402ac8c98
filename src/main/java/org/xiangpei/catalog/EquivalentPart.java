package org.xiangpei.catalog;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;

import org.jspecify.annotations.Nullable;

/** A product of a group of interchangeable parts (互认零配件). */
@Entity
public class EquivalentPart {

    @Embeddable
    public record Key(String groupCode, String productCode) {}

    @Embeddable
    public record Details(@Nullable String note) {}

    @EmbeddedId
    private Key key;

    @Embedded
    private Details details;

    @Version
    private int version;

    protected EquivalentPart() {}

    public EquivalentPart(Key key, Details details) {
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
