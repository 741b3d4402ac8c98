package org.xiangpei.identity;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.xiangpei.shared.RuleViolation;

/**
 * How somebody who acts for no organisation any more comes into one with the account of before, so that the history goes on under one
 * login. The link proves the invitation only; that the account is theirs they prove as at a sign-in.
 */
@ApplicationScoped
public class Returning {

    /**
     * What somebody gives to be known again.
     *
     * @param code of the second factor; empty where there is none
     */
    public record Proof(String login, String password, String code) {}

    private final OneTimeLinks links;
    private final Accounts accounts;
    private final Members members;
    private final Passwords passwords;
    private final Throttle throttle;
    private final SecondFactorCheck secondFactor;
    private final Sessions sessions;
    private final MemberTrail memberTrail;
    private final AccountTrail accountTrail;
    private final Clock clock;

    Returning(
            OneTimeLinks links,
            Accounts accounts,
            Members members,
            Passwords passwords,
            Throttle throttle,
            SecondFactorCheck secondFactor,
            Sessions sessions,
            MemberTrail memberTrail,
            AccountTrail accountTrail,
            Clock clock) {
        this.links = links;
        this.accounts = accounts;
        this.members = members;
        this.passwords = passwords;
        this.throttle = throttle;
        this.secondFactor = secondFactor;
        this.sessions = sessions;
        this.memberTrail = memberTrail;
        this.accountTrail = accountTrail;
        this.clock = clock;
    }

    /**
     * The person acts for the organisation of the invitation from now on. Whatever is refused but a link leaves the invitation good.
     *
     * @return the token of a session
     * @throws RuleViolation {@code sign-in-failed}, the same whether login or password was wrong, the account is closed or an identity
     *     provider proves the person; {@code too-many-attempts}; {@code still-member} while the account acts for an organisation;
     *     {@code weak-password} for one that could not be chosen; {@code wrong-code}; or as {@link Joining#invitation}
     */
    @Transactional(dontRollbackOn = RuleViolation.class)
    public String comeBack(String token, Proof proof, Client client) {
        links.get(token, LinkPurpose.INVITE);
        Account account = known(proof, client);
        requireFree(account);
        requireGood(account, proof.password());
        Optional<SecondFactorCheck.Proof> factor = secondFactor(account, proof.code(), client);
        OneTimeLink link = links.use(token, LinkPurpose.INVITE);
        var membership = new Membership(account, link.organization(), link.roles(), clock.instant());
        members.persist(membership);
        memberTrail.joined(membership);
        return session(account, factor, client);
    }

    /** Locked, so that of two invitations accepted at once the second is told of the first. */
    private Account known(Proof proof, Client client) {
        throttle.check(Guess.PASSWORD, proof.login(), client);
        Optional<Account> account = accounts.findByLogin(proof.login()).filter(Account::isActive);
        if (!passwords.matches(proof.password(), account.flatMap(Account::passwordHash))) {
            throttle.failed(Guess.PASSWORD, proof.login(), client);
            throw new RuleViolation("sign-in-failed", "登录名或密码不对。请检查大小写和输入法；想不起来，就另设一个登录名。");
        }
        throttle.succeeded(Guess.PASSWORD, proof.login());
        Account locked = account.orElseThrow();
        accounts.getEntityManager().refresh(locked, LockModeType.PESSIMISTIC_WRITE);
        return locked;
    }

    private void requireFree(Account account) {
        if (members.findCurrent(account).isPresent()) {
            throw new RuleViolation("still-member", "这个账号现在还代表一个单位。请先用它登录，再打开这个链接确认调入。");
        }
    }

    /** The password of a demonstration is known to everybody, and may not come along. */
    private void requireGood(Account account, String password) {
        List<String> known = Passwords.known(account.login(), account.name());
        try {
            passwords.check(password, known);
        } catch (RuleViolation weak) {
            throw new RuleViolation(weak.code(), "这个账号的密码太容易猜到，不能再用它加入。请另设一个登录名和密码。");
        }
    }

    private Optional<SecondFactorCheck.Proof> secondFactor(Account account, String code, Client client) {
        if (!account.hasSecondFactor()) {
            return Optional.empty();
        }
        if (code.isBlank()) {
            throw new RuleViolation("wrong-code", "这个账号启用了两步验证，请再输一次密码，并输入手机上的验证码或一个恢复码。");
        }
        return Optional.of(secondFactor.require(account, code, client));
    }

    private String session(Account account, Optional<SecondFactorCheck.Proof> factor, Client client) {
        String session = sessions.start(account, client);
        factor.ifPresent(proof -> {
            sessions.secondFactorGiven(session);
            accountTrail.record("give_second_factor", account, Map.of(), Map.of("proof", proof));
        });
        return session;
    }
}
