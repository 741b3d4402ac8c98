package org.xiangpei.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

/** Reads when products are not recognised between their dates. */
@ApplicationScoped
public class Interruptions {

    private final EntityManager entities;

    Interruptions(EntityManager entities) {
        this.entities = entities;
    }

    /** By product, in the order in which they were decided; a product without any is left out. */
    @Transactional
    public Map<String, List<Interruption>> of(Collection<String> products) {
        return entities.createQuery(
                        "from KnownInterruption where productCode in ?1 order by id", KnownInterruption.class)
                .setParameter(1, products)
                .getResultStream()
                .collect(
                        groupingBy(KnownInterruption::productCode, mapping(KnownInterruption::interruption, toList())));
    }

    /** When one product is listed. */
    @Transactional
    public Listing listing(Product product) {
        return new Listing(
                product.details().validity(), of(List.of(product.code())).getOrDefault(product.code(), List.of()));
    }
}
