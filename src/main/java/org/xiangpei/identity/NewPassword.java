package org.xiangpei.identity;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.shared.RuleViolation;

/** What a password that was chosen by a link brings with it. */
@ApplicationScoped
class NewPassword {

    private final Passwords passwords;
    private final Sessions sessions;
    private final Throttle throttle;

    NewPassword(Passwords passwords, Sessions sessions, Throttle throttle) {
        this.passwords = passwords;
        this.sessions = sessions;
        this.throttle = throttle;
    }

    /** @throws RuleViolation {@code weak-password} */
    @Transactional(Transactional.TxType.MANDATORY)
    void choose(Membership membership, String password) {
        Account account = membership.account();
        passwords.check(
                password,
                Passwords.known(
                        account.login(),
                        account.name(),
                        membership.organization().name()));
        account.choosePassword(passwords.hash(password));
        sessions.endAll(account.login(), Optional.empty());
        throttle.succeeded(Guess.PASSWORD, account.login());
    }
}
