package org.xiangpei.ledger;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

/** The ledger's rows. They are appended; the database itself refuses to change or delete one. */
@ApplicationScoped
public class PurchaseRecords {

    private static final String INSERT = """
            insert into purchase_record (code, buyer_code, buyer_name, buyer_kind, buyer_city, purchased_on,
                item, category_code, quantity, unit, amount, supplier_name, supplier_firm_code, product_code,
                production_region, declared_local_content_pct, provenance, source, recorded_at, supersedes)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final Session session;

    PurchaseRecords(Session session) {
        this.session = session;
    }

    /** Appends the records in their order, so that a correction may follow what it corrects. */
    @Transactional
    public void append(List<PurchaseRecord> records) {
        session.doWork(connection -> {
            try (var insert = connection.prepareStatement(INSERT)) {
                for (PurchaseRecord purchase : records) {
                    bind(insert, purchase);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        });
    }

    /** Until this transaction ends nobody else appends, so that what was checked stays true; readers go on. */
    void waitForOtherWriters() {
        session.doWork(connection -> {
            try (var lock = connection.createStatement()) {
                lock.execute("lock table purchase_record in share row exclusive mode");
            }
        });
    }

    /** Those of the codes that the ledger has. */
    public Set<String> recorded(Set<String> codes) {
        return select("select code from purchase_record where code = any(:codes)", codes);
    }

    /** Those of the codes that a correction has superseded. */
    public Set<String> superseded(Set<String> codes) {
        return select("select supersedes from purchase_record where supersedes = any(:codes)", codes);
    }

    private Set<String> select(String sql, Set<String> codes) {
        return session.createNativeQuery(sql, String.class)
                .setParameter("codes", codes.toArray(String[]::new))
                .getResultStream()
                .collect(Collectors.toSet());
    }

    private static void bind(PreparedStatement insert, PurchaseRecord purchase) throws SQLException {
        var buyer = purchase.buyer();
        var item = purchase.item();
        var supply = purchase.supply();
        var entry = purchase.entry();
        Object[] values = {
            purchase.code(),
            buyer.code(),
            buyer.name(),
            buyer.kind() == null ? null : buyer.kind().name(),
            buyer.city().code(),
            purchase.purchasedOn(),
            item.name(),
            item.categoryCode(),
            item.quantity(),
            item.unit(),
            purchase.amount().yuan(),
            supply.supplierName(),
            supply.firmCode(),
            supply.productCode(),
            supply.productionRegion(),
            supply.declaredLocalContentPct(),
            entry.provenance().name(),
            entry.source(),
            entry.recordedAt().atOffset(ZoneOffset.UTC),
            entry.supersedes()
        };
        for (int i = 0; i < values.length; i++) {
            insert.setObject(i + 1, values[i]);
        }
    }
}
