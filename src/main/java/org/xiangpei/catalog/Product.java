package org.xiangpei.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.Provenance;

/** One model or series of one firm (产品). A missing {@code validFrom} or {@code validUntil} is open on that side (有效期未载明). */
@Entity
public class Product {

    @Embeddable
    public record Details(
            String firmCode,
            String name,
            @Nullable String model,
            String categoryCode,
            @Nullable String description,
            @JdbcTypeCode(SqlTypes.ARRAY) List<String> standards,
            @Nullable String homeList,
            @JdbcTypeCode(SqlTypes.ARRAY) List<String> grounds,
            @Nullable BigDecimal monthlyCapacity,
            @Nullable String capacityUnit,
            @Nullable Integer leadTimeDays,
            @Nullable BigDecimal minOrderQuantity,
            @Nullable BigDecimal priceLow,
            @Nullable BigDecimal priceHigh,
            @Nullable String priceUnit,
            @Nullable BigDecimal declaredLocalContentPct,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil,
            @Enumerated(EnumType.STRING) Provenance provenance,
            @Nullable String source) {

        /** From its first day to its last; {@link Listing} knows what interrupts it. */
        public Validity validity() {
            return new Validity(validFrom, validUntil);
        }
    }

    @Id
    private String code;

    @Embedded
    private Details details;

    @Version
    private int version;

    protected Product() {}

    public Product(String code, Details details) {
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
