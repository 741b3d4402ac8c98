package org.xiangpei.identity.web;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.SecondFactors;

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

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    static FactorView of(
            SecondFactors.State state, @Nullable String offFault, @Nullable String renewFault, ZoneId zone) {
        return new FactorView(
                state.since().map(MINUTE.withZone(zone)::format).orElse(""),
                state.recoveryCodes(),
                state.required(),
                offFault,
                renewFault);
    }
}
