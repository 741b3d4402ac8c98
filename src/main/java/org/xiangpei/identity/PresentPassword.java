package org.xiangpei.identity;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.shared.RuleViolation;

/** Asks who is signed in for the password again, before what a stranger at an open browser must not do. */
@ApplicationScoped
class PresentPassword {

    private final Passwords passwords;
    private final Throttle throttle;

    PresentPassword(Passwords passwords, Throttle throttle) {
        this.passwords = passwords;
        this.throttle = throttle;
    }

    /** @throws RuleViolation {@code wrong-password}, or {@code too-many-attempts} after too many wrong ones */
    void require(Account account, String password, Client client) {
        throttle.check(Guess.PASSWORD, account.login(), client);
        if (!passwords.matches(password, account.passwordHash())) {
            throttle.failed(Guess.PASSWORD, account.login(), client);
            throw new RuleViolation("wrong-password", "现在的密码不对。");
        }
    }
}
