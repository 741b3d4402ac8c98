package org.xiangpei.catalog;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** Parts that can replace one another; its members are {@link EquivalentPart}s. */
@Entity
public class EquivalenceGroup {

    @Embeddable
    public record Details(String name) {}

    @Id
    private String code;

    @Embedded
    private Details details;

    @Version
    private int version;

    protected EquivalenceGroup() {}

    public EquivalenceGroup(String code, Details details) {
        this.code = code;
        this.details = details;
    }

    public void amend(Details amended) {
        details = amended;
    }

    public String code() {
        return code;
    }

    public Details details() {
        return details;
    }
}
