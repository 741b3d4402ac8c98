package org.xiangpei.requirement;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.Page;

/** The requirements that organisations keep. */
@ApplicationScoped
class KeptRequirements implements PanacheRepositoryBase<Requirement, String> {

    /** @throws NotFound when there is none, or another organisation's: codes must not be found by trying */
    Requirement getOwn(Actor actor, String code) {
        return own(actor, code, LockModeType.NONE);
    }

    /** The same, for nobody else to change until the transaction ends. */
    Requirement getOwnToChange(Actor actor, String code) {
        return own(actor, code, LockModeType.PESSIMISTIC_WRITE);
    }

    private Requirement own(Actor actor, String code, LockModeType lock) {
        return findByIdOptional(code, lock)
                .filter(it -> actor.may(Action.KEEP_REQUIREMENTS, it.organization(), Optional.empty()))
                .orElseThrow(() -> notFound(code));
    }

    static NotFound notFound(String code) {
        return new NotFound("需求 " + code + " ");
    }

    /** The own organisation's, what was saved last first. */
    Page<Requirement> pageOwn(Actor actor, int page, int size) {
        var found = find("organizationCode = ?1 order by savedAt desc, code", actor.organization());
        return new Page<>(page, size, found.count(), found.page(page - 1, size).list());
    }

    List<Requirement> listOwn(Actor actor, RequirementState state) {
        return list("organizationCode = ?1 and state = ?2 order by savedAt desc, code", actor.organization(), state);
    }

    /** Published and not ended, the newest first. */
    List<Requirement> listOpen() {
        return list("state = ?1 order by publishedAt desc, code", RequirementState.PUBLISHED);
    }
}
