package org.xiangpei.requirement;

import java.time.Clock;
import java.util.Collection;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.xiangpei.identity.Actor;

/** Keeps what published requirements said, and the facts that follow from it. */
@ApplicationScoped
class Editions {

    private final EntityManager entities;
    private final Posting posting;
    private final Clock clock;

    Editions(EntityManager entities, Posting posting, Clock clock) {
        this.entities = entities;
        this.posting = posting;
        this.clock = clock;
    }

    /** Keeps the present edition, with the lines that it changed. */
    void keep(Requirement of, Collection<KeptLine> changed, Actor by) {
        entities.persist(new Edition(of, by, clock.instant()));
        entities.flush();
        changed.forEach(line -> entities.persist(new EditionLine(of, line)));
    }

    /** Posts what the lines ask for now. */
    void post(Requirement of, Collection<KeptLine> lines) {
        posting.follow(of, lines);
    }

    void withdraw(Requirement of) {
        posting.withdraw(of);
    }

    /** All editions, the newest first. */
    List<Edition> list(String requirement) {
        return entities.createQuery(
                        "from Edition where key.requirementCode = :of order by key.number desc", Edition.class)
                .setParameter("of", requirement)
                .getResultList();
    }
}
