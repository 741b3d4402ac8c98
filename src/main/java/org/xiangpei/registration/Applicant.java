package org.xiangpei.registration;

import java.util.List;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.OrganizationKind;

/**
 * The organisation that registers.
 *
 * @param uscc its 统一社会信用代码, checked
 * @param region the code of the city or district where it is registered; null outside the three cities
 * @param elsewhere in words where it is registered instead
 * @param buys a firm that buys, and every public buyer
 * @param supplies a firm that supplies
 * @param productionSites region codes in the three cities
 * @param producesElsewhere whether it produces outside of them too
 */
@Embeddable
public record Applicant(
        @Enumerated(EnumType.STRING) OrganizationKind kind,
        String name,
        String uscc,
        @Nullable String region,
        @Nullable String elsewhere,
        boolean buys,
        boolean supplies,
        @JdbcTypeCode(SqlTypes.ARRAY) List<String> productionSites,
        boolean producesElsewhere) {}
