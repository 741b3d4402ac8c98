package org.xiangpei.identity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.xiangpei.shared.RuleViolation;

/** The second factor of people, once it is switched on: asked for at every sign-in. */
@ApplicationScoped
public class SecondFactors {

    private final Accounts accounts;
    private final Members members;
    private final Sessions sessions;
    private final SecondFactorCheck check;
    private final RecoveryCodes recoveryCodes;
    private final AccountTrail trail;
    private final SecurityNews news;

    /**
     * @param since when it was switched on; empty while it is off
     * @param recoveryCodes how many are left
     * @param required whether it cannot be switched off
     */
    public record State(Optional<Instant> since, long recoveryCodes, boolean required) {}

    SecondFactors(
            Accounts accounts,
            Members members,
            Sessions sessions,
            SecondFactorCheck check,
            RecoveryCodes recoveryCodes,
            AccountTrail trail,
            SecurityNews news) {
        this.accounts = accounts;
        this.members = members;
        this.sessions = sessions;
        this.check = check;
        this.recoveryCodes = recoveryCodes;
        this.trail = trail;
        this.news = news;
    }

    @Transactional
    public State of(Actor actor) {
        Account account = accounts.get(actor);
        return new State(
                account.secondFactor().map(SecondFactor::since),
                recoveryCodes.left(account),
                members.needsSecondFactor(account));
    }

    /**
     * Completes a sign-in.
     *
     * @param token of the session whose person gave the password before
     * @throws RuleViolation {@code wrong-code}, also for one that was used already; {@code too-many-attempts}
     */
    @Transactional(dontRollbackOn = RuleViolation.class)
    public void give(Actor actor, String code, String token, Client client) {
        Account account = accounts.lock(actor);
        SecondFactorCheck.Proof proof = check.require(account, code, client);
        sessions.secondFactorGiven(token);
        trail.record("give_second_factor", account, Map.of(), Map.of("proof", proof));
    }

    /**
     * New recovery codes; the former ones are good for nothing from now on.
     *
     * @throws RuleViolation {@code second-factor-off}, {@code wrong-code}, {@code too-many-attempts}
     */
    @Transactional(dontRollbackOn = RuleViolation.class)
    public List<String> renewRecoveryCodes(Actor actor, String code, Client client) {
        Account account = accounts.lock(actor);
        check.requireOn(account);
        check.require(account, code, client);
        trail.record("renew_recovery_codes", account, Map.of(), Map.of());
        news.tell(account, "两步验证的恢复码已重新生成");
        return recoveryCodes.renew(account);
    }
}
