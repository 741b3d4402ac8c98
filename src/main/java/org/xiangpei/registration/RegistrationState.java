package org.xiangpei.registration;

import org.xiangpei.shared.Coded;

/** How far a registration has come (登记状态). */
public enum RegistrationState implements Coded {
    /** Waits for the bureau. */
    SUBMITTED,

    /** Sent back with reasons; waits for who registered. */
    RETURNED,

    /** The organisation and the account of its administrator are open. */
    APPROVED,

    /** Ended without an account. */
    REJECTED;

    /** Whether something can still become of it. Until then nobody else can register the same code or login. */
    public boolean isOpen() {
        return this == SUBMITTED || this == RETURNED;
    }
}
