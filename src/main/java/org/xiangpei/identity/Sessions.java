package org.xiangpei.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
    private final Accounts accounts;
    private final Members members;
    private final AccountTrail trail;
    private final CurrentActor actor;
    private final SignInConfig config;
    private final Clock clock;

    Sessions(
            EntityManager entities,
            Accounts accounts,
            Members members,
            AccountTrail trail,
            CurrentActor actor,
            SignInConfig config,
            Clock clock) {
        this.entities = entities;
        this.accounts = accounts;
        this.members = members;
        this.trail = trail;
        this.actor = actor;
        this.config = config;
        this.clock = clock;
    }

    /** @return the token, which only the browser keeps */
    @Transactional
    public String start(Account account, Client client) {
        String token = Secrets.random();
        var session = new SignInSession(Secrets.hash(token), account, client, clock.instant());
        entities.persist(session);
        entities.createQuery("update Account set lastSignInAt = :now where id = :id")
                .setParameter("now", clock.instant())
                .setParameter("id", account.id())
                .executeUpdate();
        members.findActor(session).ifPresent(actor::become);
        trail.record("sign_in", account, Map.of(), Map.of("secondFactor", account.hasSecondFactor() ? "due" : "off"));
        return token;
    }

    /** Who holds the token of a session that has not ended. */
    @Transactional
    public Optional<Actor> actor(String token) {
        Instant now = clock.instant();
        Optional<SignInSession> session = entities.createQuery("""
                        from SignInSession s join fetch s.account
                        where s.tokenHash = :hash and s.startedAt > :oldest and s.lastUsedAt > :idle""", SignInSession.class)
                .setParameter("hash", Secrets.hash(token))
                .setParameter("oldest", now.minus(config.longest()))
                .setParameter("idle", now.minus(config.idle()))
                .getResultStream()
                .findFirst();
        return session.flatMap(members::findActor).map(actor -> {
            session.filter(it -> it.lastUsedAt().isBefore(now.minus(NOTED))).ifPresent(it -> it.used(now));
            return actor;
        });
    }

    /** The person of the session has given the second factor too. */
    @Transactional
    void secondFactorGiven(String token) {
        session(token).ifPresent(it -> it.secondFactorGiven(clock.instant()));
    }

    private Optional<SignInSession> session(String token) {
        return Optional.ofNullable(entities.find(SignInSession.class, Secrets.hash(token)));
    }

    /** The provider that proved the person wants to be told of the sign-out, at that address. */
    @Transactional
    void signsOutAt(String token, String address) {
        session(token).ifPresent(it -> it.signsOutAt(address));
    }

    /** @return where the person is to sign out at the identity provider too; empty for who signed in here */
    @Transactional
    public Optional<String> end(String token) {
        Optional<SignInSession> session = session(token);
        session.ifPresent(it -> {
            trail.record("sign_out", it.account(), Map.of(), Map.of());
            entities.remove(it);
        });
        return session.flatMap(SignInSession::providerSignOut);
    }

    /** Signs a person out everywhere, except where {@code kept} is the token. */
    @Transactional
    public void endAll(String login, Optional<String> kept) {
        int ended = entities.createQuery(
                        "delete from SignInSession where account.id in (select id from Account where login = :login) and tokenHash <> :kept")
                .setParameter("login", login)
                .setParameter("kept", kept.map(Secrets::hash).orElse(""))
                .executeUpdate();
        if (ended > 0) {
            trail.record(
                    "sign_out_elsewhere",
                    accounts.findByLogin(login).orElseThrow(),
                    Map.of("sessions", ended),
                    Map.of());
        }
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
    void forgetEnded() {
        entities.createQuery("delete from SignInSession where startedAt <= :oldest or lastUsedAt <= :idle")
                .setParameter("oldest", clock.instant().minus(config.longest()))
                .setParameter("idle", clock.instant().minus(config.idle()))
                .executeUpdate();
    }
}
