package org.xiangpei.registration.web;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.identity.Client;
import org.xiangpei.identity.Throttle;
import org.xiangpei.registration.Key;
import org.xiangpei.registration.Registration;
import org.xiangpei.registration.RegistrationState;
import org.xiangpei.registration.SelfRegistration;
import org.xiangpei.shared.RuleViolation;

/** Finds registrations for who has the receipt, and slows down who tries receipts. */
@ApplicationScoped
class Following {

    private static final String TRIES = "receipt";

    private final SelfRegistration registrations;
    private final Throttle throttle;

    Following(SelfRegistration registrations, Throttle throttle) {
        this.registrations = registrations;
        this.throttle = throttle;
    }

    /** @throws RuleViolation {@code registration-not-found}, or {@code too-many-attempts} with the wait */
    Registration find(Key key, Client client) {
        throttle.checkTries(TRIES, client);
        try {
            return registrations.get(key);
        } catch (RuleViolation wrong) {
            throttle.tried(TRIES, client);
            throw wrong;
        }
    }

    /** @throws RuleViolation as {@link #find}, or {@code registration-state} when it need not be amended */
    Registration findReturned(Key key, Client client) {
        Registration found = find(key, client);
        if (found.state() != RegistrationState.RETURNED) {
            throw new RuleViolation("registration-state", "这份登记没有被退回，现在不能修改。用下面的按钮查看它的进展。");
        }
        return found;
    }
}
