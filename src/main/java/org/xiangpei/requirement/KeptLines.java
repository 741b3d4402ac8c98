package org.xiangpei.requirement;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.xiangpei.shared.Page;

/** The lines of requirements as they are now. */
@ApplicationScoped
class KeptLines implements PanacheRepositoryBase<KeptLine, Long> {

    private static final String IN_ORDER = "requirement = ?1 order by number";

    List<KeptLine> listOf(String requirement) {
        return list(IN_ORDER, requirement);
    }

    Page<KeptLine> pageOf(String requirement, int page, int size) {
        var found = find(IN_ORDER, requirement);
        return new Page<>(
                page,
                size,
                count("requirement", requirement),
                found.page(page - 1, size).list());
    }

    Optional<KeptLine> find(String requirement, int number) {
        return find("requirement = ?1 and number = ?2", requirement, number).singleResultOptional();
    }

    int highest(String requirement) {
        Integer highest = getEntityManager()
                .createQuery("select max(number) from KeptLine where requirement = :of", Integer.class)
                .setParameter("of", requirement)
                .getSingleResult();
        return highest == null ? 0 : highest;
    }

    /** Those that are matched and published, after a number. */
    List<KeptLine> listAskedAfter(String requirement, int number, int most) {
        return find(
                        "requirement = ?1 and number > ?2 and state <> ?3 order by number",
                        requirement,
                        number,
                        LineState.DROPPED)
                .page(0, most)
                .list();
    }

    long countAsked(String requirement) {
        return count("requirement = ?1 and state <> ?2", requirement, LineState.DROPPED);
    }
}
