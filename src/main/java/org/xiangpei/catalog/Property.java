package org.xiangpei.catalog;

import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A typed characteristic (参数) of a category; {@code position} is its place in the category, from 1. */
@Entity
public class Property {

    @Embeddable
    public record Key(
            String categoryCode, @Column(name = "code") String propertyCode) {}

    @Embeddable
    public record Details(
            String name,
            @JdbcTypeCode(SqlTypes.ARRAY) List<String> aliases,
            @Enumerated(EnumType.STRING) PropertyKind kind,
            @Nullable String unit,
            @Enumerated(EnumType.STRING) Better better,
            boolean required,
            int position) {}

    @EmbeddedId
    private Key key;

    @Embedded
    private Details details;

    @Version
    private int version;

    protected Property() {}

    public Property(Key key, Details details) {
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
