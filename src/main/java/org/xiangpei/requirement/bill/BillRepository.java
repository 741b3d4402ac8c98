package org.xiangpei.requirement.bill;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.Page;

/** All bills, each for its organisation alone. */
@ApplicationScoped
class BillRepository implements PanacheRepositoryBase<Bill, String> {

    private final EntityManager entities;

    BillRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** @throws NotFound when there is none, or another organisation's: numbers must not be found by trying */
    Bill getOwn(Actor actor, String code) {
        return own(actor, code, LockModeType.NONE);
    }

    /** The same, for nobody else to change until the transaction ends: a piece that is being read is waited for. */
    Bill getOwnToChange(Actor actor, String code) {
        return own(actor, code, LockModeType.PESSIMISTIC_WRITE);
    }

    private Bill own(Actor actor, String code, LockModeType lock) {
        return findByIdOptional(code, lock)
                .filter(it -> actor.may(Action.KEEP_REQUIREMENTS, it.organizationCode(), Optional.empty()))
                .orElseThrow(() -> new NotFound("物料清单 " + code + " "));
    }

    /** The own organisation's, the newest first. */
    Page<Bill> pageOwn(Actor actor, int page, int size) {
        var found = find("organizationCode = ?1 order by uploadedAt desc, code", actor.organization());
        return new Page<>(page, size, found.count(), found.page(page - 1, size).list());
    }

    /** Others of the same organisation that were made of the very same file, the newest first. */
    List<Bill> listSame(Bill bill) {
        return list(
                "organizationCode = ?1 and fileHash = ?2 and code <> ?3 and state <> ?4 order by uploadedAt desc",
                bill.organizationCode(),
                bill.fileHash(),
                bill.code(),
                BillState.CANCELLED);
    }

    /** The bill that has waited longest, locked; one that another instance is at is passed over. */
    Optional<Bill> findToRead() {
        List<?> codes = entities.createNativeQuery("""
                        select code from bill where state in ('QUEUED', 'READING')
                        order by started_at, code limit 1 for update skip locked""", String.class).getResultList();
        return codes.stream().findFirst().flatMap(code -> findByIdOptional(code.toString()));
    }
}
