package org.xiangpei.catalog.imports;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import org.hibernate.Session;

import org.xiangpei.shared.tabular.RowError;

/** What is wrong in each upload, cell by cell. */
@ApplicationScoped
class UploadedErrors {

    private final EntityManager entities;

    UploadedErrors(EntityManager entities) {
        this.entities = entities;
    }

    /** Keeps these errors in place of those that were kept before. */
    void keep(String upload, List<RowError> errors) {
        entities.createNativeQuery("delete from catalog_import_error where import_code = :code")
                .setParameter("code", upload)
                .executeUpdate();
        entities.flush();
        entities.unwrap(Session.class).doWork(connection -> {
            try (var insert =
                    connection.prepareStatement("insert into catalog_import_error values (?, ?, ?, ?, ?, ?, ?)")) {
                int position = 0;
                for (RowError error : errors) {
                    insert.setString(1, upload);
                    insert.setInt(2, ++position);
                    insert.setString(3, error.file());
                    insert.setInt(4, error.row());
                    insert.setString(5, error.column());
                    insert.setString(6, error.value());
                    insert.setString(7, error.reason());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        });
    }

    /** The first so many, by file and row. */
    @SuppressWarnings("unchecked") // an untyped query of JPA
    List<RowError> first(String upload, int most) {
        List<Tuple> found = entities.createNativeQuery(
                        "select file, line, column_name, value, reason from catalog_import_error where import_code = :code"
                                + " order by position",
                        Tuple.class)
                .setParameter("code", upload)
                .setMaxResults(most)
                .getResultList();
        return found.stream()
                .map(row -> new RowError(
                        row.get("file", String.class),
                        row.get("line", Integer.class),
                        row.get("column_name", String.class),
                        row.get("value", String.class),
                        row.get("reason", String.class)))
                .toList();
    }
}
