package org.xiangpei.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.jspecify.annotations.Nullable;

/** A province, city or district by its GB/T 2260 code. */
@Entity
public class Region {

    public enum Level {
        PROVINCE,
        CITY,
        DISTRICT
    }

    @Embeddable
    public record Details(
            String name,
            @Nullable String parentCode,

            @Column(name = "level") @Enumerated(EnumType.STRING)
            Level level) {}

    @Id
    private String code;

    @Embedded
    private Details details;

    @Version
    private int version;

    protected Region() {}

    public Region(String code, Details details) {
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
