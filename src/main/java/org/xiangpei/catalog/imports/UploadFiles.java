package org.xiangpei.catalog.imports;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import org.hibernate.Session;

import org.xiangpei.shared.RuleViolation;

/** The uploaded files themselves, while their previews wait. */
@ApplicationScoped
class UploadFiles {

    private final EntityManager entities;

    UploadFiles(EntityManager entities) {
        this.entities = entities;
    }

    void keep(String upload, byte[] content) {
        entities.flush();
        entities.createNativeQuery("insert into catalog_import_file (import_code, content) values (:code, :content)")
                .setParameter("code", upload)
                .setParameter("content", content)
                .executeUpdate();
    }

    /** @throws RuleViolation {@code import-expired} when it is not kept any more */
    InputStream open(String upload) {
        List<Tuple> found = entities.unwrap(Session.class)
                .createNativeQuery("select content from catalog_import_file where import_code = :code", Tuple.class)
                .setParameter("code", upload)
                .getResultList();
        if (found.isEmpty()) {
            throw new RuleViolation("import-expired", "导入 " + upload + " 的文件已不再保留，请重新上传。");
        }
        return new ByteArrayInputStream(found.getFirst().get(0, byte[].class));
    }

    void discard(String upload) {
        entities.createNativeQuery("delete from catalog_import_file where import_code = :code")
                .setParameter("code", upload)
                .executeUpdate();
    }
}
