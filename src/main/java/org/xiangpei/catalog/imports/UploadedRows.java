package org.xiangpei.catalog.imports;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.hibernate.Session;

import org.xiangpei.catalog.load.RowChange;
import org.xiangpei.shared.Page;

/** What each upload does row by row. Written and read as a whole, so in plain SQL. */
@ApplicationScoped
class UploadedRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> CELLS = new TypeReference<>() {};
    private static final int BATCH = 1000;
    private static final String INSERT = "insert into catalog_import_row values (?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)";

    private final EntityManager entities;

    UploadedRows(EntityManager entities) {
        this.entities = entities;
    }

    /** Keeps what an upload does in place of what was kept of it before. */
    void keep(String upload, List<RowChange> changes) {
        entities.createNativeQuery("delete from catalog_import_row where import_code = :code")
                .setParameter("code", upload)
                .executeUpdate();
        entities.flush();
        entities.unwrap(Session.class).doWork(connection -> {
            try (var insert = connection.prepareStatement(INSERT)) {
                int position = 0;
                for (RowChange change : changes) {
                    bind(insert, upload, ++position, change);
                    insert.addBatch();
                    if (position % BATCH == 0) {
                        insert.executeBatch();
                    }
                }
                insert.executeBatch();
            }
        });
    }

    private static void bind(PreparedStatement insert, String upload, int position, RowChange change)
            throws SQLException {
        insert.setString(1, upload);
        insert.setInt(2, position);
        insert.setString(3, change.table());
        insert.setString(4, change.name());
        insert.setString(5, change.file());
        insert.setInt(6, change.row());
        insert.setString(7, json(change.before()));
        insert.setString(8, json(change.after()));
    }

    /** All that it does, in the order in which it was kept. */
    List<RowChange> all(String upload) {
        return changes("where import_code = :code", Map.of("code", upload), 0, Integer.MAX_VALUE);
    }

    Page<RowChange> page(String upload, String table, int page, int size) {
        Map<String, Object> chosen = Map.of("code", upload, "table", table);
        String where = "where import_code = :code and table_name = :table";
        var count = entities.createNativeQuery("select count(*) from catalog_import_row " + where, Long.class);
        chosen.forEach(count::setParameter);
        return new Page<>(page, size, (Long) count.getSingleResult(), changes(where, chosen, (page - 1) * size, size));
    }

    /** The rows that this upload changed and one that was applied later changed again, with that one's code. */
    @SuppressWarnings("unchecked") // an untyped query of JPA
    List<Later> touchedLater(String upload) {
        List<Tuple> found = entities.createNativeQuery("""
                        select mine.file, mine.line, mine.row_name, min(theirs.import_code) as later
                        from catalog_import_row mine
                        join catalog_import applied on applied.code = mine.import_code
                        join catalog_import_row theirs using (table_name, row_name)
                        join catalog_import later on later.code = theirs.import_code
                        where mine.import_code = :code and later.code <> :code and later.state = 'APPLIED'
                            and (later.applied_at, later.code) > (applied.applied_at, applied.code)
                        group by mine.position, mine.file, mine.line, mine.row_name
                        order by mine.position""", Tuple.class)
                .setParameter("code", upload)
                .getResultList();
        return found.stream()
                .map(row -> new Later(
                        row.get("file", String.class),
                        row.get("line", Integer.class),
                        row.get("row_name", String.class),
                        row.get("later", String.class)))
                .toList();
    }

    record Later(String file, int line, String name, String upload) {}

    @SuppressWarnings("unchecked") // an untyped query of JPA
    private List<RowChange> changes(String where, Map<String, ?> chosen, int first, int most) {
        var query = entities.createNativeQuery(
                "select table_name, row_name, file, line, before::text, after::text from catalog_import_row " + where
                        + " order by position",
                Tuple.class);
        chosen.forEach(query::setParameter);
        List<Tuple> found = query.setFirstResult(first).setMaxResults(most).getResultList();
        return found.stream()
                .map(row -> new RowChange(
                        row.get(0, String.class),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        row.get(3, Integer.class),
                        cells(row.get(4, String.class)),
                        cells(row.get(5, String.class))))
                .toList();
    }

    private static String json(Map<String, String> cells) {
        try {
            return JSON.writeValueAsString(cells);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Texts can always be written", e);
        }
    }

    private static Map<String, String> cells(String json) {
        try {
            return JSON.readValue(json, CELLS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not what was kept of a row: " + json, e);
        }
    }
}
