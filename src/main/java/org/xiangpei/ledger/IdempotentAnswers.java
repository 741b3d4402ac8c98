package org.xiangpei.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Actor;
import org.xiangpei.shared.RuleViolation;

/**
 * Requests that programs may send again when they have not heard the answer. The key is an organisation's own; the work, the key and the answer
 * are committed together or not at all, so that of two instances or two threads one does the work and the other answers alike.
 */
@ApplicationScoped
public class IdempotentAnswers {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final int LONGEST = 200;

    private final EntityManager entities;
    private final Clock clock;

    IdempotentAnswers(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * @param key as the program sent it; null or blank for one that does not ask for this, whose work is just done
     * @param requestDigest of what is asked
     * @param work answers in text; what it throws undoes all, and the key is free again
     * @throws RuleViolation {@code idempotency-key} for a key that was used for another request, or that is too long
     */
    @Transactional
    public String once(Actor actor, @Nullable String key, String requestDigest, Supplier<String> work) {
        if (key == null || key.isBlank()) {
            return work.get();
        }
        if (key.length() > LONGEST) {
            throw new RuleViolation("idempotency-key", "Idempotency-Key 最多 " + LONGEST + " 个字符。");
        }
        String owner = Objects.requireNonNullElse(actor.organization(), "");
        forget();
        if (!take(owner, key, requestDigest)) {
            return answered(owner, key, requestDigest);
        }
        String answer = work.get();
        entities.createNativeQuery("update idempotent_answer set answer = ?1 where organization = ?2 and key = ?3")
                .setParameter(1, answer)
                .setParameter(2, owner)
                .setParameter(3, key)
                .executeUpdate();
        return answer;
    }

    /** Waits for another that has the same key, until that is committed or undone. */
    private boolean take(String owner, String key, String digest) {
        return entities.createNativeQuery("""
                        insert into idempotent_answer (organization, key, request_digest, recorded_at)
                        values (?1, ?2, ?3, ?4) on conflict do nothing""")
                        .setParameter(1, owner)
                        .setParameter(2, key)
                        .setParameter(3, digest)
                        .setParameter(4, clock.instant())
                        .executeUpdate()
                == 1;
    }

    @SuppressWarnings("unchecked") // an untyped query of JPA
    private String answered(String owner, String key, String digest) {
        List<Tuple> found = entities.createNativeQuery(
                        "select request_digest, answer from idempotent_answer where organization = ?1 and key = ?2",
                        Tuple.class)
                .setParameter(1, owner)
                .setParameter(2, key)
                .getResultList();
        Tuple kept = found.getFirst();
        if (!kept.get(0, String.class).equals(digest)) {
            throw new RuleViolation("idempotency-key", "这个 Idempotency-Key 已用于另一个内容不同的请求，没有登记任何记录；新的请求请用新的值。");
        }
        return kept.get(1, String.class);
    }

    private void forget() {
        Instant old = clock.instant().minus(KEPT);
        entities.createNativeQuery("delete from idempotent_answer where recorded_at < ?1")
                .setParameter(1, old)
                .executeUpdate();
    }
}
