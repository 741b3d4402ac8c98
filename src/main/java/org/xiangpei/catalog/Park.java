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

/** An industrial park (园区); an empty grade is not known. */
@Entity
public class Park {

    @Embeddable
    public record Details(
            String name,
            String cityCode,
            @Nullable String districtCode,
            @Nullable String grade,
            @JdbcTypeCode(SqlTypes.ARRAY) List<String> leadingIndustries,
            @Nullable String source) {}

    @Id
    private String code;

    @Embedded
    private Details details;

    @Version
    private int version;

    protected Park() {}

    public Park(String code, Details details) {
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
