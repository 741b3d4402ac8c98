package org.xiangpei.audit;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.agroal.api.AgroalDataSource;

import org.xiangpei.shared.Page;

/** The entries of the trail, the newest first. Who asks sees those of the own scope only. */
@ApplicationScoped
public class AuditEntries {

    private final AgroalDataSource database;
    private final Clock clock;

    AuditEntries(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Transactional(TxType.NOT_SUPPORTED)
    public Page<Entry> page(AuditQuery query, AuditScope scope, int page, int size) {
        Selection selection = Selection.of(query, scope, clock.getZone());
        long offset = (page - 1L) * size;
        return read(snapshot -> {
            List<Entry> items = new ArrayList<>();
            snapshot.entries(selection, "seq desc limit " + size + " offset " + offset, items::add);
            return new Page<>(page, size, count(snapshot, selection), items);
        });
    }

    /** All that is asked for, one by one. */
    @Transactional(TxType.NOT_SUPPORTED)
    public void forEach(AuditQuery query, AuditScope scope, Consumer<Entry> work) {
        Selection selection = Selection.of(query, scope, clock.getZone());
        read(snapshot -> {
            snapshot.entries(selection, "seq desc", entry -> {
                work.accept(entry);
                return true;
            });
            return selection;
        });
    }

    private <T> T read(Snapshot.Reading<T> reading) {
        try {
            return Snapshot.of(database, reading);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long count(Snapshot snapshot, Selection selection) throws SQLException {
        try (PreparedStatement select =
                snapshot.connection().prepareStatement("select count(*) from audit_entry where " + selection.where())) {
            Snapshot.bind(select, selection.values());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
