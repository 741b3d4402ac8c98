package org.xiangpei.recognition;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.City;
import org.xiangpei.shared.NotFound;

/** All revocations with what belongs to them. */
@ApplicationScoped
class RevocationRecords {

    private final EntityManager entities;

    RevocationRecords(EntityManager entities) {
        this.entities = entities;
    }

    /** @throws NotFound when there is none */
    Revocation get(String code) {
        return find(code, LockModeType.NONE);
    }

    /** The same, for nobody else to change until the transaction ends. */
    Revocation getToChange(String code) {
        return find(code, LockModeType.PESSIMISTIC_WRITE);
    }

    private Revocation find(String code, LockModeType lock) {
        return Optional.ofNullable(entities.find(Revocation.class, code, lock))
                .orElseThrow(() -> new NotFound("撤销 " + code + " "));
    }

    @Transactional
    Optional<Revocation> findOpen(String product) {
        return entities.createQuery("from Revocation where productCode = ?1 and outcome is null", Revocation.class)
                .setParameter(1, product)
                .getResultStream()
                .findFirst();
    }

    /** Those that are not decided, by the last day of the hearing. */
    List<Revocation> listOpen() {
        return entities.createQuery("from Revocation where outcome is null order by heardUntil, code", Revocation.class)
                .getResultList();
    }

    /** All, the open ones first, then the newest. */
    List<Revocation> list(@Nullable City home) {
        return entities.createQuery("""
                        from Revocation where ?1 is null or homeCity = ?1
                        order by case when outcome is null then 0 else 1 end, openedAt desc, code""", Revocation.class).setParameter(1, home).getResultList();
    }

    /** Those of the products of a firm, the newest first. */
    List<Revocation> ofFirm(String firm) {
        return entities.createQuery("""
                        from Revocation where productCode in (select code from Product where details.firmCode = ?1)
                        order by openedAt desc, code""", Revocation.class).setParameter(1, firm).getResultList();
    }

    /** What a session can decide on that day: the firm was heard. */
    List<RevocationItem> agenda(int session, LocalDate today) {
        return listOpen().stream()
                .filter(it -> it.isHeard(today))
                .map(it -> item(session, it))
                .toList();
    }

    /** What a session has decided or postponed. */
    List<RevocationItem> decided(int session) {
        return entities.createQuery("""
                        from Revocation where code in (select revocationCode from RevocationDecision where sessionNumber = ?1)
                        order by code""", Revocation.class)
                .setParameter(1, session)
                .getResultStream()
                .map(it -> item(session, it))
                .toList();
    }

    RevocationItem item(int session, Revocation of) {
        return new RevocationItem(of, positions(session, of.code()), decision(session, of.code()));
    }

    private List<RevocationPosition> positions(int session, String code) {
        return entities.createQuery(
                        "from RevocationPosition where sessionNumber = ?1 and revocationCode = ?2 order by city, id",
                        RevocationPosition.class)
                .setParameter(1, session)
                .setParameter(2, code)
                .getResultList();
    }

    private Optional<RevocationDecision> decision(int session, String code) {
        return entities.createQuery(
                        "from RevocationDecision where sessionNumber = ?1 and revocationCode = ?2 order by revision desc",
                        RevocationDecision.class)
                .setParameter(1, session)
                .setParameter(2, code)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    List<RevocationFile> files(String code) {
        return entities.createQuery(
                        "from RevocationFile where revocationCode = ?1 order by uploadedAt, id", RevocationFile.class)
                .setParameter(1, code)
                .getResultList();
    }

    /** @throws NotFound when there is none of that revocation */
    RevocationFile file(String code, String id) {
        return Optional.ofNullable(entities.find(RevocationFile.class, id))
                .filter(it -> it.revocationCode().equals(code))
                .orElseThrow(() -> new NotFound("文件"));
    }

    void keep(Object record) {
        entities.persist(record);
    }
}
