package org.xiangpei.identity;

import java.time.Clock;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.XiangpeiTest;

import static org.assertj.core.api.Assertions.assertThat;

/** What can no longer be used does not stay. */
@XiangpeiTest
class TidyingTest {

    @Inject
    Sessions sessions;

    @Inject
    Throttle throttle;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    @Test
    void endedSessionsAndOldFailuresAreForgottenAtMostOnceAnHour() {
        var tidying = new Tidying(sessions, throttle, clock);
        leave("x-idle", "3 hours", "2 hours 1 minute");
        leave("x-old", "12 hours 1 minute", "1 minute");
        leave("x-used", "11 hours", "1 hour");
        tidying.now();
        assertThat(left("sign_in_session", "token_hash")).isEqualTo("x-used");
        assertThat(left("sign_in_failure", "subject")).isEqualTo("x-recent");
        leave("x-later", "13 hours", "13 hours");
        tidying.now();
        assertThat(left("sign_in_session", "token_hash")).isEqualTo("x-later,x-used");
        sql("delete from sign_in_session where token_hash like 'x-%'");
        sql("delete from sign_in_failure where subject like 'x-%'");
    }

    private void leave(String token, String started, String used) {
        sql("""
                insert into sign_in_session (token_hash, account_id, started_at, last_used_at, address, agent)
                select '%s', id, now() - interval '%s', now() - interval '%s', '', '' from account where login = '%s'""".formatted(token, started, used, SignedIn.BUYER));
        sql("""
                insert into sign_in_failure (subject, failures, last_at) values
                  ('x-forgotten', 9, now() - interval '25 hours'), ('x-recent', 9, now() - interval '23 hours')
                on conflict (subject) do nothing""");
    }

    private void sql(String statement) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(statement).executeUpdate());
    }

    private String left(String table, String key) {
        return QuarkusTransaction.requiringNew().call(() -> (String) entities.createNativeQuery(
                        "select string_agg(%2$s, ',' order by %2$s) from %1$s where %2$s like 'x-%%'"
                                .formatted(table, key),
                        String.class)
                .getSingleResult());
    }
}
