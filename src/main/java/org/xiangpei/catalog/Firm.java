package org.xiangpei.catalog;

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

import org.xiangpei.shared.City;
import org.xiangpei.shared.Provenance;

/** A manufacturer (企业) with a 统一社会信用代码, registered in one region, producing at one or more sites. */
@Entity
public class Firm {

    @Embeddable
    public record Details(
            String name,
            String shortName,
            @Nullable String uscc,
            String cityCode,
            @Nullable String districtCode,
            @Nullable String parkCode,
            @JdbcTypeCode(SqlTypes.ARRAY) List<String> productionSites,
            @Nullable Integer foundedYear,
            @Nullable String scale,
            @Nullable String introduction,
            @Enumerated(EnumType.STRING) Provenance provenance,
            @Nullable String source) {

        /**
         * The cities of 长株潭 where the firm produces, in the order stated; the city of registration when no site is stated. Empty
         * when it produces only elsewhere.
         */
        public List<City> productionCities() {
            return Firm.productionCities(cityCode, productionSites);
        }
    }

    /** The cities of 长株潭 among the sites; a firm without sites produces where it is registered. */
    public static List<City> productionCities(String cityCode, List<String> sites) {
        return (sites.isEmpty() ? List.of(cityCode) : sites)
                .stream().flatMap(site -> City.of(site).stream()).distinct().toList();
    }

    @Id
    private String code;

    @Embedded
    private Details details;

    @Version
    private int version;

    protected Firm() {}

    public Firm(String code, Details details) {
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
