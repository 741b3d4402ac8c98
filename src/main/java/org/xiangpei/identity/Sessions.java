package org.xiangpei.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** Who is signed in where. A session ends when it is idle for too long, when it is too old, when its person ends it, and with the account. */
@ApplicationScoped
public class Sessions {

    /** Use is written down this often, not at every request. */
    private static final Duration NOTED = Duration.ofMinutes(1);

    private final EntityManager entities;
    private final SignInConfig config;
    private final Clock clock;

    Sessions(EntityManager entities, SignInConfig config, Clock clock) {
        this.entities = entities;
        this.config = config;
        this.clock = clock;
    }

    /** @return the token, which only the browser keeps */
    @Transactional
    public String start(Account account, Client client) {
        String token = Secrets.random();
        entities.persist(new SignInSession(Secrets.hash(token), account, client, clock.instant()));
        entities.createQuery("update Account set lastSignInAt = :now where id = :id")
                .setParameter("now", clock.instant())
                .setParameter("id", account.id())
                .executeUpdate();
        return token;
    }

    /** Who holds the token of a session that has not ended. */
    @Transactional
    public Optional<Actor> actor(String token) {
        return entities.createQuery("""
                        from Membership m join fetch m.account a join fetch m.organization o
                          join SignInSession s on s.account = a
                        where s.tokenHash = :hash and s.startedAt > :oldest and s.lastUsedAt > :idle
                          and m.until is null and a.active and o.active""", Membership.class)
                .setParameter("hash", Secrets.hash(token))
                .setParameter("oldest", clock.instant().minus(config.longest()))
                .setParameter("idle", clock.instant().minus(config.idle()))
                .getResultStream()
                .findFirst()
                .map(membership -> {
                    noteUse(token);
                    return Members.actor(membership);
                });
    }

    private void noteUse(String token) {
        Instant now = clock.instant();
        SignInSession session = entities.find(SignInSession.class, Secrets.hash(token));
        if (session.lastUsedAt().isBefore(now.minus(NOTED))) {
            session.used(now);
        }
    }

    @Transactional
    public void end(String token) {
        entities.createQuery("delete from SignInSession where tokenHash = :hash")
                .setParameter("hash", Secrets.hash(token))
                .executeUpdate();
    }

    /** Signs a person out everywhere, except where {@code kept} is the token. */
    @Transactional
    public void endAll(String login, Optional<String> kept) {
        entities.createQuery(
                        "delete from SignInSession where account.id in (select id from Account where login = :login) and tokenHash <> :kept")
                .setParameter("login", login)
                .setParameter("kept", kept.map(Secrets::hash).orElse(""))
                .executeUpdate();
    }

    /** The sessions of a person, the latest used first. */
    @Transactional
    public List<SignInSession> of(String login) {
        return entities.createQuery(
                        "from SignInSession s where s.account.login = :login order by s.lastUsedAt desc, s.tokenHash",
                        SignInSession.class)
                .setParameter("login", login)
                .getResultList();
    }

    /** Forgets what can no longer be used. */
    @Transactional
    public void forgetEnded() {
        entities.createQuery("delete from SignInSession where startedAt <= :oldest or lastUsedAt <= :idle")
                .setParameter("oldest", clock.instant().minus(config.longest()))
                .setParameter("idle", clock.instant().minus(config.idle()))
                .executeUpdate();
    }
}
