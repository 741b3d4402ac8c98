package org.xiangpei.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.shared.RuleViolation;

/** Makes the accounts of people who were invited. */
@ApplicationScoped
class Newcomers {

    private final Provisioning provisioning;
    private final Passwords passwords;
    private final Members members;
    private final Sessions sessions;

    Newcomers(Provisioning provisioning, Passwords passwords, Members members, Sessions sessions) {
        this.provisioning = provisioning;
        this.passwords = passwords;
        this.members = members;
        this.sessions = sessions;
    }

    /** Until the end of the transaction nobody else takes a login name. */
    void alone() {
        provisioning.alone();
    }

    /** @throws RuleViolation {@code login-taken}, {@code weak-password} */
    @Transactional(Transactional.TxType.MANDATORY)
    Membership create(OneTimeLink link, String login, String password) {
        passwords.check(
                password,
                Passwords.known(login, link.name(), link.organization().name()));
        var person = new Provisioning.Person(login, link.name(), link.email().orElse(null));
        Account account = provisioning.join(link.organization(), person, link.roles());
        provisioning.choosePassword(account, password);
        return members.findCurrent(account).orElseThrow();
    }

    String signIn(Membership membership, Client client) {
        return sessions.start(membership.account(), client);
    }
}
