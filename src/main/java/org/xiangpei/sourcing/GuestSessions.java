package org.xiangpei.sourcing;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import org.hibernate.Session;

import org.xiangpei.identity.Secrets;

/** Browsers in which a supplier without an account has given its passphrase, for as long as a working day. */
@ApplicationScoped
public class GuestSessions {

    /** The cookie in which the browser keeps the token. */
    public static final String COOKIE = "xiangpei-guest";

    private static final Duration LIFE = Duration.ofHours(12);

    private final EntityManager entities;
    private final CurrentVertxRequest request;
    private final Clock clock;

    GuestSessions(EntityManager entities, CurrentVertxRequest request, Clock clock) {
        this.entities = entities;
        this.request = request;
        this.clock = clock;
    }

    /**
     * The browser of the request also speaks for this invitation from now on; the token changes, so that one that was planted opens nothing.
     *
     * @return the new token
     */
    String enter(long invitation) {
        String token = Secrets.random();
        Timestamp now = Timestamp.from(clock.instant());
        execute("delete from guest_session where expires_at < ?1", now);
        token().ifPresent(old -> execute(
                "update guest_session set token_hash = ?1 where token_hash = ?2",
                Secrets.hash(token),
                Secrets.hash(old)));
        entities.createNativeQuery("""
                        insert into guest_session (token_hash, invitation_id, started_at, expires_at) values (?1, ?2, ?3, ?4)
                        on conflict (token_hash, invitation_id) do update set expires_at = excluded.expires_at""")
                .setParameter(1, Secrets.hash(token))
                .setParameter(2, invitation)
                .setParameter(3, now)
                .setParameter(4, Timestamp.from(clock.instant().plus(LIFE)))
                .executeUpdate();
        return token;
    }

    /** The browser of the request speaks for nobody any more. */
    void leave() {
        token().ifPresent(it -> execute("delete from guest_session where token_hash = ?1", Secrets.hash(it)));
    }

    /** The invitations that the browser of the request speaks for. */
    List<Long> invitations() {
        return token().map(this::of).orElse(List.of());
    }

    private List<Long> of(String token) {
        return entities.unwrap(Session.class)
                .createNativeQuery(
                        "select invitation_id from guest_session where token_hash = ?1 and expires_at > ?2", Long.class)
                .setParameter(1, Secrets.hash(token))
                .setParameter(2, Timestamp.from(clock.instant()))
                .getResultList();
    }

    private Optional<String> token() {
        RoutingContext current = Arc.container().requestContext().isActive() ? request.getCurrent() : null;
        return Optional.ofNullable(current)
                .map(it -> it.request().getCookie(COOKIE))
                .map(Cookie::getValue)
                .filter(it -> !it.isEmpty());
    }

    private void execute(String sql, Object... values) {
        var query = entities.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        query.executeUpdate();
    }
}
