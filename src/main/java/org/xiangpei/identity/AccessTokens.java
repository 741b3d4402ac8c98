package org.xiangpei.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.hibernate.orm.panache.PanacheRepository;

import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;

/** The tokens that people gave to programs. */
@ApplicationScoped
public class AccessTokens implements PanacheRepository<AccessToken> {

    /** What every token begins with, so that one that leaked is found by who searches for it. */
    public static final String PREFIX = "xp_";

    public static final Duration LONGEST = Duration.ofDays(366);

    private static final Duration NOTED = Duration.ofMinutes(1);

    private final Accounts accounts;
    private final Members members;
    private final AccountTrail trail;
    private final SecurityNews news;
    private final Clock clock;

    AccessTokens(Accounts accounts, Members members, AccountTrail trail, SecurityNews news, Clock clock) {
        this.accounts = accounts;
        this.members = members;
        this.trail = trail;
        this.news = news;
        this.clock = clock;
    }

    /**
     * A new token of a person.
     *
     * @param scopes what it is good for, each something for programs that the person may do now; what everybody may do needs none
     * @return the token itself, which is shown once and not kept
     * @throws RuleViolation {@code bad-token} for no name, no scope, a scope that the person does not have, or a life that is not
     *     between a day and {@link #LONGEST}
     */
    @Transactional
    public String create(Actor actor, String name, Set<Action> scopes, Duration life) {
        if (name.isBlank() || name.length() > 60) {
            throw new RuleViolation("bad-token", "请给令牌起一个名称（不超过 60 个字），例如“台账每日上传”。");
        }
        if (scopes.isEmpty() || !scopes.stream().allMatch(it -> it.isForPrograms() && actor.may(it))) {
            throw new RuleViolation("bad-token", "请至少选一项用途，并且只能选您自己有权做的事。");
        }
        if (life.compareTo(Duration.ofDays(1)) < 0 || life.compareTo(LONGEST) > 0) {
            throw new RuleViolation("bad-token", "有效期应在 1 到 366 天之间。");
        }
        String secret = PREFIX + Secrets.random();
        Instant now = clock.instant();
        var token =
                new AccessToken(accounts.get(actor), name.strip(), Secrets.hash(secret), scopes, now, now.plus(life));
        persist(token);
        trail.record(
                "create_access_token",
                token,
                Map.of(),
                Map.of("scopes", token.scopes(), "expiresAt", token.expiresAt()));
        news.tell(token.account(), "新建了访问令牌“" + token.name() + "”");
        return secret;
    }

    /** Who gave the token, limited to its scopes; empty when it is unknown, expired or revoked, or the person can no longer sign in. */
    @Transactional
    public Optional<Actor> actor(String secret) {
        Instant now = clock.instant();
        return find("tokenHash", Secrets.hash(secret))
                .firstResultOptional()
                .filter(token -> token.isUsable(now))
                .flatMap(token -> members.findActor(token).map(actor -> {
                    noteUse(token, now);
                    return actor.limitedTo(token.scopes());
                }));
    }

    /** The tokens of a person that can still be used, the newest first. */
    @Transactional
    public List<AccessToken> of(Actor actor) {
        return list(
                "account.login = ?1 and revokedAt is null and expiresAt > ?2 order by createdAt desc, id desc",
                actor.login(),
                clock.instant());
    }

    /** @throws NotFound when the person has no such token, or has revoked it */
    @Transactional
    public void revoke(Actor actor, long id) {
        AccessToken token = find("id = ?1 and account.login = ?2 and revokedAt is null", id, actor.login())
                .firstResultOptional()
                .orElseThrow(() -> new NotFound("令牌"));
        token.revoke(clock.instant());
        trail.record("revoke_access_token", token, Map.of("scopes", token.scopes()), Map.of());
    }

    /** No program acts for the person any more. */
    void revokeAll(Account account) {
        update("revokedAt = ?1 where account = ?2 and revokedAt is null", clock.instant(), account);
    }

    /** Not by the entity: a program that sends several requests at once would meet itself in its version. */
    private void noteUse(AccessToken token, Instant now) {
        if (token.lastUsedAt().map(at -> at.isBefore(now.minus(NOTED))).orElse(true)) {
            update("lastUsedAt = ?1 where id = ?2", now, token.id());
        }
    }
}
