package org.xiangpei.catalog;

import java.util.List;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A product family (品类) with its GB/T 4754-2017 code and its government procurement code (政府采购品目, 2022). */
@Entity
public class Category {

    @Embeddable
    public record Details(
            String name,
            String chain,
            @Nullable String gbt4754Code,
            @Nullable String gpc2022Code,
            @JdbcTypeCode(SqlTypes.ARRAY) List<String> synonyms,
            @Nullable String description) {}

    @Id
    private String code;

    @Embedded
    private Details details;

    @Version
    private int version;

    protected Category() {}

    public Category(String code, Details details) {
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
