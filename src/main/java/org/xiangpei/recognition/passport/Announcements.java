package org.xiangpei.recognition.passport;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.xiangpei.recognition.Batch;
import org.xiangpei.recognition.JointSessions;
import org.xiangpei.recognition.passport.Announcement.Listed;
import org.xiangpei.shared.NotFound;

/** Reads what is made known of a batch. */
@ApplicationScoped
public class Announcements {

    private static final String ROW = """
            select new org.xiangpei.recognition.passport.Announcement$Listed(product.code, product.details.name, product.details.model,
                category.details.name, firm.code, firm.details.name, firm.details.cityCode, %s, product.details.provenance)
            from Product product join Firm firm on firm.code = product.details.firmCode
                join Category category on category.code = product.details.categoryCode
            """;

    private static final String DECIDED = ROW.formatted("event.startsOn, event.endsOn") + """
                join StandingEvent event on event.productCode = product.code
            where event.batch = :number and event.kind = RECOGNISED and event.startsOn is not null
            """;

    /** What was loaded and has not been recognised anew: nothing of it is recorded but what the catalogue says. */
    private static final String LOADED = ROW.formatted("product.details.validFrom, product.details.validUntil") + """
            where product.details.validFrom is not null
                and not exists (from StandingEvent event where event.productCode = product.code and event.kind = RECOGNISED)
            """;

    private final EntityManager entities;

    private final JointSessions sessions;

    Announcements(EntityManager entities, JointSessions sessions) {
        this.entities = entities;
        this.sessions = sessions;
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
