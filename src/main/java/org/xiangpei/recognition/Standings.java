package org.xiangpei.recognition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.xiangpei.catalog.Interruption;
import org.xiangpei.catalog.Interruptions;
import org.xiangpei.catalog.Listing;
import org.xiangpei.catalog.Product;
import org.xiangpei.catalog.RecognitionStatus;
import org.xiangpei.catalog.Validity;
import org.xiangpei.recognition.StandingEvent.Kind;

/** Says what the recognition of a product is, or was on a day in the past. */
@ApplicationScoped
public class Standings {

    private final EntityManager entities;
    private final Interruptions interruptions;
    private final Acceptances acceptances;
    private final LifeTerms terms;
    private final Clock clock;

    Standings(
            EntityManager entities,
            Interruptions interruptions,
            Acceptances acceptances,
            LifeTerms terms,
            Clock clock) {
        this.entities = entities;
        this.interruptions = interruptions;
        this.acceptances = acceptances;
        this.terms = terms;
        this.clock = clock;
    }

    /** Empty when there is no such product. */
    @Transactional
    public Optional<Standing> find(String product, LocalDate day) {
        return Optional.ofNullable(entities.find(Product.class, product)).map(it -> of(it, day));
    }

    private Standing of(Product product, LocalDate day) {
        List<StandingEvent> all = events(product.code());
        List<StandingEvent> events = all.stream()
                .filter(it -> it.startsOn().map(begun -> !begun.isAfter(day)).orElse(true))
                .toList();
        Optional<StandingEvent> recognised =
                events.stream().filter(it -> it.kind() == Kind.RECOGNISED).reduce((first, later) -> later);
        Listing listing = interruptions.listing(product);
        Validity validity = recognised.map(it -> term(it, all, day)).orElse(listing.validity());
        StandingStatus status = status(listing, validity, day);
        return new Standing(
                product.code(),
                day,
                status,
                status == StandingStatus.NEVER || status == StandingStatus.NOT_STATED
                        ? Optional.empty()
                        : Optional.of(entities.find(
                                Batch.class,
                                recognised.flatMap(StandingEvent::batch).orElse(Batch.LOADED))),
                validity,
                listing.interruption(day)
                        .filter(it -> it.kind() == Interruption.Kind.SUSPENDED)
                        .map(Interruption::endsOn),
                recognised
                        .flatMap(it ->
                                it.caseCode().flatMap(code -> it.batch().map(batch -> acceptances.of(code, batch))))
                        .orElse(List.of()),
                events);
    }

    /** What was renewed already by that day lasts until the end of the next term. */
    private Validity term(StandingEvent recognised, List<StandingEvent> all, LocalDate day) {
        Validity own = new Validity(
                recognised.startsOn().orElse(null), recognised.endsOn().orElse(null));
        return all.stream()
                .filter(it -> it.kind() == Kind.RECOGNISED && follows(it, own))
                .filter(it ->
                        !LocalDate.ofInstant(it.recordedAt(), clock.getZone()).isAfter(day))
                .findFirst()
                .map(it -> new Validity(own.from(), it.endsOn().orElse(null)))
                .orElse(own);
    }

    private static boolean follows(StandingEvent next, Validity term) {
        return term.until() != null
                && next.startsOn().filter(term.until().plusDays(1)::equals).isPresent();
    }

    private StandingStatus status(Listing listing, Validity validity, LocalDate day) {
        RecognitionStatus known = listing.status(day);
        return switch (known) {
            case SUSPENDED -> StandingStatus.SUSPENDED;
            case REVOKED -> StandingStatus.REVOKED;
            case EXPIRED -> StandingStatus.EXPIRED;
            case UPCOMING -> StandingStatus.NEVER;
            case NOT_STATED -> validity.from() == null ? StandingStatus.NOT_STATED : recognised(validity, day);
            case VALID -> recognised(validity, day);
        };
    }

    private StandingStatus recognised(Validity validity, LocalDate day) {
        return validity.endsBefore(day.plusDays(terms.longestNotice() + 1L))
                ? StandingStatus.EXPIRING
                : StandingStatus.RECOGNISED;
    }

    /** All that became of it, also what begins later, in the order recorded. */
    List<StandingEvent> events(String product) {
        return entities.createQuery("from StandingEvent where productCode = ?1 order by id", StandingEvent.class)
                .setParameter(1, product)
                .getResultList();
    }
}
