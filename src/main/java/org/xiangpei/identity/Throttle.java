package org.xiangpei.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.xiangpei.shared.RuleViolation;

/**
 * Slows guessing down, by login name and by address (NIST SP 800-63B section 5.2.2): after some failures each further one doubles the wait,
 * up to a quarter of an hour. Nobody is locked out for good, or anybody could lock out anybody.
 */
@ApplicationScoped
public class Throttle {

    private static final Duration FIRST_WAIT = Duration.ofSeconds(15);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN = Duration.ofHours(24);

    private final EntityManager entities;
    private final Accounts accounts;
    private final AccountTrail trail;
    private final SignInConfig config;
    private final Clock clock;

    Throttle(EntityManager entities, Accounts accounts, AccountTrail trail, SignInConfig config, Clock clock) {
        this.entities = entities;
        this.accounts = accounts;
        this.trail = trail;
        this.config = config;
        this.clock = clock;
    }

    /** @throws RuleViolation {@code too-many-attempts}, with how long to wait */
    @Transactional
    void check(Guess guess, String login, Client client) {
        Instant now = clock.instant();
        Instant free = later(
                freeAt(guess.subject(login), config.failuresByLogin(), now),
                freeAt(byAddress(client), config.failuresByAddress(), now));
        if (free.isAfter(now)) {
            Duration wait = Duration.between(now, free);
            throw new RuleViolation("too-many-attempts", guess.advice(spoken(wait)));
        }
    }

    @Transactional
    void failed(Guess guess, String login, Client client) {
        int failures = count(guess.subject(login));
        count(byAddress(client));
        if (failures >= config.failuresByLogin()) {
            accounts.findByLogin(login)
                    .ifPresent(it -> trail.record(
                            "slow_down_guessing", it, Map.of(), Map.of("guess", guess, "failures", failures)));
        }
    }

    /** Only the login is cleared, and only for what was right: who guesses at many accounts from one address must not reset the count with an own one. */
    @Transactional
    void succeeded(Guess guess, String login) {
        entities.createNativeQuery("delete from sign_in_failure where subject = :subject")
                .setParameter("subject", guess.subject(login))
                .executeUpdate();
    }

    /**
     * For what else can be tried too often from one address, such as receipts; counted apart from passwords.
     *
     * @throws RuleViolation {@code too-many-attempts}, with how long to wait
     */
    @Transactional
    public void checkTries(String kind, Client client) {
        Instant now = clock.instant();
        Instant free = freeAt(byAddress(kind, client), config.failuresByAddress(), now);
        if (free.isAfter(now)) {
            throw new RuleViolation(
                    "too-many-attempts", "从您的网络地址尝试的次数过多，请在 " + spoken(Duration.between(now, free)) + "后再试。");
        }
    }

    @Transactional
    public void tried(String kind, Client client) {
        count(byAddress(kind, client));
    }

    private int count(String subject) {
        return (Integer) entities.createNativeQuery("""
                        insert into sign_in_failure as f (subject, failures, last_at) values (:subject, 1, :now)
                        on conflict (subject) do update set
                          failures = case when f.last_at < :forgotten then 1 else f.failures + 1 end, last_at = :now
                        returning failures""", Integer.class)
                .setParameter("subject", subject)
                .setParameter("now", Timestamp.from(clock.instant()))
                .setParameter("forgotten", Timestamp.from(clock.instant().minus(FORGOTTEN)))
                .getSingleResult();
    }

    /** Forgets failures that no longer count. */
    @Transactional
    void forgetOld() {
        entities.createNativeQuery("delete from sign_in_failure where last_at < :forgotten")
                .setParameter("forgotten", Timestamp.from(clock.instant().minus(FORGOTTEN)))
                .executeUpdate();
    }

    private Instant freeAt(String subject, int allowed, Instant now) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery(
                        "select failures, extract(epoch from last_at) from sign_in_failure where subject = :subject")
                .setParameter("subject", subject)
                .getResultList();
        return rows.stream()
                .map(row -> Instant.ofEpochSecond(((Number) row[1]).longValue())
                        .plus(waitAfter(((Number) row[0]).intValue() - allowed)))
                .findFirst()
                .orElse(now);
    }

    /** @param excess failures beyond what is allowed, counting the last allowed one as 0 */
    static Duration waitAfter(int excess) {
        if (excess < 0) {
            return Duration.ZERO;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(excess, 20));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private static String byAddress(String kind, Client client) {
        return kind + " " + byAddress(client);
    }

    private static String byAddress(Client client) {
        return "address " + client.address();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static String spoken(Duration wait) {
        return wait.toMinutes() >= 1 ? (wait.toSeconds() + 59) / 60 + " 分钟" : Math.max(1, wait.toSeconds()) + " 秒";
    }
}
