package org.xiangpei.recognition;

import java.util.List;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.xiangpei.shared.NotFound;

/** The papers of all cases. */
@ApplicationScoped
public class CaseFiles implements PanacheRepositoryBase<CaseFile, String> {

    /** @throws NotFound when the case has none of this id, or not for who asks */
    CaseFile get(String caseCode, String id, Predicate<CaseFile> readable) {
        return findByIdOptional(id)
                .filter(it -> it.caseCode().equals(caseCode))
                .filter(readable)
                .orElseThrow(() -> new NotFound("文件"));
    }

    long countOf(String caseCode) {
        return count("caseCode", caseCode);
    }

    /** Without their content. */
    List<CaseFileName> namesOf(String caseCode) {
        return getEntityManager()
                .createQuery(
                        "select new org.xiangpei.recognition.CaseFileName(id, name) from CaseFile where caseCode = :code",
                        CaseFileName.class)
                .setParameter("code", caseCode)
                .getResultList();
    }
}
