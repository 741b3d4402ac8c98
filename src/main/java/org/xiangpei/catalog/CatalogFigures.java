package org.xiangpei.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.xiangpei.shared.City;

/** Counts what the catalogue holds. */
@ApplicationScoped
public class CatalogFigures {

    /** @param products all, listed today or not; {@code listed} of them are valid on the day */
    public record Counts(
            long firms, long products, long listed, long categories, long certificates, long sampleProducts) {}

    /** A chain with its products valid on the day. */
    public record ChainCount(String chain, long products) {}

    private static final String VALID = """
            (details.validFrom is null or details.validFrom <= :day)
            and (details.validUntil is null or details.validUntil >= :day)
            """;

    private static final String NOT_INTERRUPTED = """
            not exists (from KnownInterruption known where known.productCode = code
                and known.interruption.startsOn <= :day
                and (known.interruption.endsOn is null or known.interruption.endsOn >= :day))
            """;

    private final EntityManager entities;

    CatalogFigures(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional
    public Counts on(LocalDate day) {
        return entities.createQuery(
                        "select (select count(*) from Firm), (select count(*) from Product),"
                                + " (select count(*) from Product where " + VALID
                                + " and " + NOT_INTERRUPTED + "), (select count(*) from Category),"
                                + " (select count(*) from Certificate where " + VALID + "),"
                                + " (select count(*) from Product where details.provenance = ILLUSTRATIVE)",
                        Counts.class)
                .setParameter("day", day)
                .getSingleResult();
    }

    /** How many firms produce in each city; a firm with sites in two cities counts in both. */
    @Transactional
    public Map<City, Long> firmsByProductionCity() {
        return entities.createQuery("from Firm", Firm.class)
                .getResultStream()
                .flatMap(firm -> firm.details().productionCities().stream())
                .collect(Collectors.groupingBy(city -> city, Collectors.counting()));
    }

    /** The chains that have listed products, the largest first. */
    @Transactional
    public List<ChainCount> chains(LocalDate day) {
        return entities.createQuery("""
                        select category.details.chain, count(*)
                        from Product product join Category category on category.code = product.details.categoryCode
                        where (product.details.validFrom is null or product.details.validFrom <= :day)
                          and (product.details.validUntil is null or product.details.validUntil >= :day)
                          and not exists (from KnownInterruption known where known.productCode = product.code
                            and known.interruption.startsOn <= :day
                            and (known.interruption.endsOn is null or known.interruption.endsOn >= :day))
                        group by category.details.chain order by count(*) desc, category.details.chain
                        """, ChainCount.class)
                .setParameter("day", day)
                .getResultList();
    }
}
