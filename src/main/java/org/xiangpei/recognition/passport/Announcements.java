package org.xiangpei.recognition.passport;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.xiangpei.recognition.Batch;
import org.xiangpei.recognition.JointSessions;
import org.xiangpei.recognition.passport.Announcement.Listed;
import org.xiangpei.shared.City;
import org.xiangpei.shared.NotFound;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

/** Reads what is made known of a batch. */
@ApplicationScoped
public class Announcements {

    private static final String ROW = """
            select new org.xiangpei.recognition.passport.Announcement$Listed(product.code, product.details.name, product.details.model,
                category.details.name, firm.code, firm.details.name, firm.details.cityCode, %s, product.details.provenance)
            from Product product join Firm firm on firm.code = product.details.firmCode
                join Category category on category.code = product.details.categoryCode
            """;

    private static final String BY_EVENT = """
                join StandingEvent event on event.productCode = product.code
            where event.kind = RECOGNISED and event.startsOn is not null
            """;

    /** What was loaded and has not been recognised anew: nothing of it is recorded but what the catalogue says. */
    private static final String UNTOUCHED = """
            where product.details.validFrom is not null
                and not exists (from StandingEvent event where event.productCode = product.code and event.kind = RECOGNISED)
            """;

    private static final String DECIDED =
            ROW.formatted("event.startsOn, event.endsOn") + BY_EVENT + " and event.batch = :number";

    private static final String LOADED =
            ROW.formatted("product.details.validFrom, product.details.validUntil") + UNTOUCHED;

    private static final String COUNTS = """
            select new org.xiangpei.recognition.passport.Announcements$Count(%s, firm.details.cityCode,
                count(distinct firm.code), count(product.code), sum(case when product.details.provenance = ILLUSTRATIVE then 1L else 0L end))
            from Product product join Firm firm on firm.code = product.details.firmCode
            """;

    private static final String DECIDED_COUNTS =
            COUNTS.formatted("event.batch") + BY_EVENT + " group by event.batch, firm.details.cityCode";

    private static final String LOADED_COUNTS =
            COUNTS.formatted("" + Batch.LOADED) + UNTOUCHED + " group by firm.details.cityCode";

    /** What of a batch is of firms of a region. */
    record Count(int batch, String region, long firms, long products, long samples) {}

    private final EntityManager entities;

    private final JointSessions sessions;

    Announcements(EntityManager entities, JointSessions sessions) {
        this.entities = entities;
        this.sessions = sessions;
    }

    /** All batches, the latest first. */
    @Transactional
    public List<BatchSummary> list() {
        Map<Integer, List<Count>> counts = Stream.of(DECIDED_COUNTS, LOADED_COUNTS)
                .flatMap(it -> entities.createQuery(it, Count.class).getResultStream())
                .collect(groupingBy(Count::batch));
        return entities.createQuery("from Batch order by number desc", Batch.class)
                .getResultStream()
                .map(it -> summary(it, counts.getOrDefault(it.number(), List.of())))
                .toList();
    }

    private static BatchSummary summary(Batch batch, List<Count> counts) {
        Map<Optional<City>, Long> products =
                counts.stream().collect(groupingBy(it -> City.of(it.region()), summingLong(Count::products)));
        Map<City, Long> byCity = new EnumMap<>(City.class);
        products.forEach((city, number) -> city.ifPresent(it -> byCity.put(it, number)));
        return new BatchSummary(
                batch,
                byCity,
                products.getOrDefault(Optional.<City>empty(), 0L),
                counts.stream().mapToLong(Count::firms).sum(),
                counts.stream().mapToLong(Count::samples).sum());
    }

    /** @throws NotFound when there is no such batch */
    @Transactional
    public Announcement get(int number) {
        Batch batch = sessions.batch(number).orElseThrow(() -> new NotFound("第 " + number + " 批"));
        List<Listed> products = new ArrayList<>(entities.createQuery(DECIDED, Listed.class)
                .setParameter("number", number)
                .getResultList());
        if (batch.isLoaded()) {
            products.addAll(entities.createQuery(LOADED, Listed.class).getResultList());
        }
        products.sort(Comparator.comparing(Listed::firmRegion)
                .thenComparing(Listed::firmCode)
                .thenComparing(Listed::code));
        return new Announcement(
                number,
                batch.host(),
                batch.closedOn(),
                batch.validity(),
                List.copyOf(products),
                batch.isLoaded() ? notStated() : 0);
    }

    private long notStated() {
        return entities.createQuery("select count(*) from Product where details.validFrom is null", Long.class)
                .getSingleResult();
    }
}
