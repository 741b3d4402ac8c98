package org.xiangpei.recognition;

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

    private static final int EXPIRING_DAYS = 90;

    private final EntityManager entities;
    private final Interruptions interruptions;
    private final Acceptances acceptances;

    Standings(EntityManager entities, Interruptions interruptions, Acceptances acceptances) {
        this.entities = entities;
        this.interruptions = interruptions;
        this.acceptances = acceptances;
    }

    /** Empty when there is no such product. */
    @Transactional
    public Optional<Standing> find(String product, LocalDate day) {
        return Optional.ofNullable(entities.find(Product.class, product)).map(it -> of(it, day));
    }

    private Standing of(Product product, LocalDate day) {
        List<StandingEvent> events = events(product.code()).stream()
                .filter(it -> it.startsOn().map(begun -> !begun.isAfter(day)).orElse(true))
                .toList();
        Optional<StandingEvent> recognised =
                events.stream().filter(it -> it.kind() == Kind.RECOGNISED).reduce((first, later) -> later);
        Listing listing = interruptions.listing(product);
        Validity validity = recognised
                .map(it -> new Validity(it.startsOn().orElse(null), it.endsOn().orElse(null)))
                .orElse(listing.validity());
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

    private static StandingStatus status(Listing listing, Validity validity, LocalDate day) {
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

    private static StandingStatus recognised(Validity validity, LocalDate day) {
        return validity.endsBefore(day.plusDays(EXPIRING_DAYS + 1L))
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
