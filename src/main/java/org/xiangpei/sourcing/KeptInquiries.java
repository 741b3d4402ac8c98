package org.xiangpei.sourcing;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.Page;

/** The inquiries that organisations keep. */
@ApplicationScoped
class KeptInquiries implements PanacheRepositoryBase<Inquiry, String> {

    /** @throws NotFound when there is none, or another organisation's: codes must not be found by trying */
    Inquiry getOwn(Actor actor, String code) {
        return own(actor, code, LockModeType.NONE);
    }

    /** The same, for nobody else to change until the transaction ends. */
    Inquiry getOwnToChange(Actor actor, String code) {
        return own(actor, code, LockModeType.PESSIMISTIC_WRITE);
    }

    private Inquiry own(Actor actor, String code, LockModeType lock) {
        return findByIdOptional(code, lock)
                .filter(it -> actor.may(Action.KEEP_INQUIRIES, it.organization(), Optional.empty()))
                .orElseThrow(() -> notFound(code));
    }

    static NotFound notFound(String code) {
        return new NotFound("询价 " + code + " ");
    }

    /** What the same form made before. Whoever asks waits for another who is just sending it. */
    Optional<Inquiry> findMade(String organization, String formToken) {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:form, 7))", Integer.class)
                .setParameter("form", organization + " " + formToken)
                .getSingleResult();
        return find("organizationCode = ?1 and formToken = ?2", organization, formToken)
                .firstResultOptional();
    }

    /** The own organisation's that are published and not opened yet, what closes first before the others. */
    List<Inquiry> listOwnOpen(Actor actor) {
        return list(
                "organizationCode = ?1 and state = ?2 order by terms.deadline, code",
                String.valueOf(actor.organization()),
                InquiryState.OPEN);
    }

    /** The own organisation's, what was saved last first. */
    Page<Inquiry> pageOwn(Actor actor, int page, int size) {
        var found = find("organizationCode = ?1 order by savedAt desc, code", String.valueOf(actor.organization()));
        return new Page<>(page, size, found.count(), found.page(page - 1, size).list());
    }
}
