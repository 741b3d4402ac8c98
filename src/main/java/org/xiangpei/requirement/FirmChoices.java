package org.xiangpei.requirement;

import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.xiangpei.catalog.Firm;

/** The firms that a buyer may choose from, in the order of their names: place does not matter (design rule 3). */
@ApplicationScoped
public class FirmChoices {

    private static final int MOST = 200;

    private final EntityManager entities;

    FirmChoices(EntityManager entities) {
        this.entities = entities;
    }

    /** Those with a product of a category that the requirement asks for. */
    @Transactional
    public List<Firm> withProductsFor(String requirement) {
        return entities.createQuery("""
                        from Firm f where exists (select 1 from Product p where p.details.firmCode = f.code
                            and p.details.categoryCode in (select l.content.category from KeptLine l
                                where l.requirement = :of and l.content.category is not null and l.state <> :dropped))
                        order by f.details.name, f.code""", Firm.class)
                .setParameter("of", requirement)
                .setParameter("dropped", LineState.DROPPED)
                .setMaxResults(MOST)
                .getResultList();
    }

    /** Those whose name has this in it. */
    @Transactional
    public List<Firm> named(String part) {
        return entities.createQuery("""
                        from Firm f where locate(:part, f.details.name) > 0 or locate(:part, f.details.shortName) > 0
                        order by f.details.name, f.code""", Firm.class)
                .setParameter("part", part)
                .setMaxResults(MOST)
                .getResultList();
    }

    @Transactional
    public List<Firm> of(Set<String> codes) {
        return entities.createQuery("from Firm f where f.code in ?1 order by f.details.name, f.code", Firm.class)
                .setParameter(1, codes)
                .getResultList();
    }
}
