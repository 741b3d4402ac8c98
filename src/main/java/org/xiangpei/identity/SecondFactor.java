package org.xiangpei.identity;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * The telephone that proves a person besides the password (两步验证).
 *
 * @param secret what account and telephone share, as {@link KeptSecrets} keeps it
 * @param lastStep the step of time whose code was accepted last: it and those before are not accepted again (RFC 6238 section 5.2)
 */
@Embeddable
record SecondFactor(
        @Column(name = "factor_secret") String secret,
        @Column(name = "factor_last_step") long lastStep,
        @Column(name = "factor_since") Instant since) {

    SecondFactor used(long step) {
        return new SecondFactor(secret, step, since);
    }
}
