package org.xiangpei.recognition.passport;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.xiangpei.catalog.Validity;
import org.xiangpei.recognition.passport.Announcement.Listed;
import org.xiangpei.shared.NotFound;

/** Reads what is made known of a batch. */
@ApplicationScoped
public class Announcements {

    private static final String LISTED = """
            select new org.xiangpei.recognition.passport.Announcement$Listed(product.code, product.details.name, product.details.model,
                category.details.name, firm.code, firm.details.name, firm.details.cityCode,
                product.details.validFrom, product.details.validUntil, product.details.provenance)
            from Product product join Firm firm on firm.code = product.details.firmCode
                join Category category on category.code = product.details.categoryCode
            where product.details.validFrom is not null
            order by firm.details.cityCode, firm.code, product.code
            """;

    private final EntityManager entities;

    Announcements(EntityManager entities) {
        this.entities = entities;
    }

    /** @throws NotFound when there is no such batch */
    @Transactional
    public Announcement get(int number) {
        if (number != 1) {
            throw new NotFound("第 " + number + " 批");
        }
        List<Listed> products = entities.createQuery(LISTED, Listed.class).getResultList();
        return new Announcement(
                number, Optional.empty(), Optional.empty(), new Validity(null, null), products, notStated());
    }

    private long notStated() {
        return entities.createQuery("select count(*) from Product where details.validFrom is null", Long.class)
                .getSingleResult();
    }
}
