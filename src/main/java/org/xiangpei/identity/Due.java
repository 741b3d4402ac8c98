package org.xiangpei.identity;

import java.util.Optional;

import org.xiangpei.shared.Coded;

/**
 * What somebody whose password was right still has to do before anything else (登录的下一步), in this order: a password must not be
 * changed by who does not have the second factor.
 */
public enum Due implements Coded {
    /** Give a code of the second factor. */
    SECOND_FACTOR,

    /** Choose a password: another has set the present one. */
    PASSWORD,

    /** Set a second factor up, because accounts of this kind must have one. */
    SECOND_FACTOR_SETUP;

    /**
     * The first thing that is due. Nothing where an identity provider proves the person: password and factor are asked for there.
     *
     * @param given whether a code was given in this session
     * @param required whether the account must have a second factor
     */
    static Optional<Due> first(Account account, boolean given, boolean required) {
        if (account.isProvenElsewhere()) {
            return Optional.empty();
        }
        if (account.hasSecondFactor() && !given) {
            return Optional.of(SECOND_FACTOR);
        }
        if (account.mustChangePassword()) {
            return Optional.of(PASSWORD);
        }
        return required && !account.hasSecondFactor() ? Optional.of(SECOND_FACTOR_SETUP) : Optional.empty();
    }
}
