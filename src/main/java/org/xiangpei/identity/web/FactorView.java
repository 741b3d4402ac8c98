package org.xiangpei.identity.web;

import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.SecondFactors;
import org.xiangpei.shared.Moments;

/**
 * The second factor that is on.
 *
 * @param required whether it cannot be switched off
 * @param offFault why it could not be switched off
 * @param renewFault why there are no new recovery codes
 */
record FactorView(
        String since,
        long recoveryCodes,
        boolean required,
        @Nullable String offFault,
        @Nullable String renewFault) {

    static FactorView of(
            SecondFactors.State state, @Nullable String offFault, @Nullable String renewFault, ZoneId zone) {
        return new FactorView(
                state.since().map(at -> Moments.minute(at, zone)).orElse(""),
                state.recoveryCodes(),
                state.required(),
                offFault,
                renewFault);
    }
}
