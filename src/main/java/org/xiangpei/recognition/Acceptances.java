package org.xiangpei.recognition;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.xiangpei.recognition.Standing.Acceptance;

/** How the three cities accepted a filing: in writing in its last round, or in the joint session. */
@ApplicationScoped
class Acceptances {

    private final EntityManager entities;
    private final Clock clock;

    Acceptances(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, clock.getZone());
    }

    /** Those of a filing that was recognised in a batch, in the order of the cities. */
    List<Acceptance> of(String caseCode, int batch) {
        RecognitionCase of = entities.find(RecognitionCase.class, caseCode);
        return of == null
                ? List.of()
                : Stream.concat(
                                of.answers().stream()
                                        .filter(it -> it.answer() == Answer.ACCEPT)
                                        .map(it -> new Acceptance(it.city(), day(it.at()), false)),
                                entities.createQuery(
                                                "from SessionPosition where caseCode = ?1 and accepts and sessionNumber = ?2",
                                                SessionPosition.class)
                                        .setParameter(1, caseCode)
                                        .setParameter(2, batch)
                                        .getResultStream()
                                        .map(it -> new Acceptance(it.city(), day(it.at()), true)))
                        .sorted(Comparator.comparing(Acceptance::city))
                        .toList();
    }
}
