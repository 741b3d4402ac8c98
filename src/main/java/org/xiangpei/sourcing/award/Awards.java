package org.xiangpei.sourcing.award;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** What was awarded. Whether somebody may read the inquiry is for the caller to ask. */
@ApplicationScoped
public class Awards implements PanacheRepositoryBase<Award, Long> {

    /** Of an inquiry, by its lines. */
    public List<Award> of(String inquiry) {
        return list("inquiry = ?1 order by line, quantity desc, id", inquiry);
    }

    /** What a quotation got, by the lines. */
    public List<Award> ofQuotation(long quotation) {
        return list("quotation = ?1 order by line", quotation);
    }

    public Optional<Award> find(String inquiry, long id) {
        return find("inquiry = ?1 and id = ?2", inquiry, id).firstResultOptional();
    }
}
