package org.xiangpei.sourcing.award;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The ends of lines that no quotation got. Whether somebody may read them is for the caller to ask. */
@ApplicationScoped
public class LineOutcomes implements PanacheRepositoryBase<LineOutcome, Long> {

    /** Of an inquiry, by its lines. */
    public List<LineOutcome> ofInquiry(String inquiry) {
        return list("of.inquiry = ?1 order by of.inquiryLine", inquiry);
    }

    /** Of a requirement, by its lines, the newest of a line first; those that were withdrawn too. */
    public List<LineOutcome> ofRequirement(String requirement) {
        return list("of.requirement = ?1 order by of.requirementLine, id desc", requirement);
    }

    Optional<LineOutcome> find(String requirement, long id) {
        return find("of.requirement = ?1 and id = ?2", requirement, id).firstResultOptional();
    }
}
