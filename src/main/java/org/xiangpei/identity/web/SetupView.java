package org.xiangpei.identity.web;

import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.SecondFactorSwitch;
import org.xiangpei.shared.web.QrCode;

/**
 * The form that switches a second factor on.
 *
 * @param grouped the secret as it is typed by hand
 * @param required whether nothing else is possible before it is done
 * @param next where to go afterwards
 * @param fault why the last try failed
 */
record SetupView(
        String secret,
        String grouped,
        QrCode qr,
        boolean required,
        String next,
        @Nullable String fault) {

    static SetupView of(SecondFactorSwitch.Proposal proposal, boolean required, String next, @Nullable String fault) {
        return new SetupView(
                proposal.secret(),
                proposal.secret().replaceAll("(?<=\\G.{4})(?=.)", " "),
                QrCode.of(proposal.uri()),
                required,
                next,
                fault);
    }
}
