package org.xiangpei.matching;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.xiangpei.requirement.CertificateType;

/** A certificate of the product or of its firm; an end that is not stated is open. */
public record HeldCertificate(
        CertificateType type,
        String number,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil) {

    /** An expired one proves that it is no longer held; one that starts later proves nothing yet. */
    ClauseResult on(LocalDate day) {
        if (validUntil != null && day.isAfter(validUntil)) {
            return ClauseResult.FAIL;
        }
        return validFrom != null && day.isBefore(validFrom) ? ClauseResult.UNKNOWN : ClauseResult.PASS;
    }
}
