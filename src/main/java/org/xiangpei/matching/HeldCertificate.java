package org.xiangpei.matching;

import java.time.LocalDate;

import org.xiangpei.catalog.Validity;
import org.xiangpei.requirement.CertificateType;

/** A certificate of the product or of its firm. */
public record HeldCertificate(CertificateType type, String number, Validity validity) {

    /** An expired one proves that it is no longer held; one that starts later proves nothing yet. */
    ClauseResult on(LocalDate day) {
        if (validity.endsBefore(day)) {
            return ClauseResult.FAIL;
        }
        return validity.startsAfter(day) ? ClauseResult.UNKNOWN : ClauseResult.PASS;
    }
}
