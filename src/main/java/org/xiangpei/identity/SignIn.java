package org.xiangpei.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.shared.RuleViolation;

/** Proves who somebody is by login and password, and lets a person choose another password. */
@ApplicationScoped
public class SignIn {

    private final Accounts accounts;
    private final Members members;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Throttle throttle;
    private final PresentPassword presentPassword;
    private final AccountTrail trail;
    private final SecurityNews news;
    private final Tidying tidying;

    SignIn(
            Accounts accounts,
            Members members,
            Passwords passwords,
            Sessions sessions,
            Throttle throttle,
            PresentPassword presentPassword,
            AccountTrail trail,
            SecurityNews news,
            Tidying tidying) {
        this.accounts = accounts;
        this.members = members;
        this.passwords = passwords;
        this.sessions = sessions;
        this.throttle = throttle;
        this.presentPassword = presentPassword;
        this.trail = trail;
        this.news = news;
        this.tidying = tidying;
    }

    /**
     * @return the token of a new session
     * @throws RuleViolation {@code sign-in-failed}, the same whatever was wrong; {@code too-many-attempts} with the wait
     */
    public String signIn(String login, String password, Client client) {
        tidying.now();
        throttle.check(Guess.PASSWORD, login, client);
        Optional<Account> account = accounts.usable(login);
        if (!passwords.matches(password, account.flatMap(Account::passwordHash))) {
            throttle.failed(Guess.PASSWORD, login, client);
            throw new RuleViolation("sign-in-failed", "登录名或密码不对。请检查大小写和输入法；忘记密码可以申请重置。");
        }
        throttle.succeeded(Guess.PASSWORD, login);
        return sessions.start(account.orElseThrow(), client);
    }

    /**
     * The person chooses a new password; all other sessions end.
     *
     * @param token of the session in which this is done, which goes on
     * @throws RuleViolation {@code wrong-password} when the present one is not right, {@code weak-password} when the new one is not good,
     *     {@code too-many-attempts} after too many wrong ones
     */
    @Transactional(dontRollbackOn = RuleViolation.class)
    public void choosePassword(Actor actor, String present, String chosen, String token, Client client) {
        Account account = accounts.get(actor);
        presentPassword.require(account, present, client);
        if (chosen.equals(present)) {
            throw new RuleViolation("weak-password", "新密码与现在的相同，请换一个。");
        }
        passwords.check(chosen, known(account));
        account.choosePassword(passwords.hash(chosen));
        sessions.endAll(account.login(), Optional.of(token));
        trail.record("change_password", account, Map.of(), Map.of());
        news.tell(account, "您的密码已修改");
    }

    private List<String> known(Account account) {
        return members.findCurrent(account)
                .map(it -> Passwords.known(
                        account.login(), account.name(), it.organization().name()))
                .orElseGet(() -> Passwords.known(account.login(), account.name()));
    }
}
