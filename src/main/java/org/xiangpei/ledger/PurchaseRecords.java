package org.xiangpei.ledger;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

import org.xiangpei.ledger.PurchaseRecord.Entry;
import org.xiangpei.ledger.PurchaseRecord.Item;
import org.xiangpei.ledger.PurchaseRecord.Origin;
import org.xiangpei.ledger.PurchaseRecord.Supply;
import org.xiangpei.shared.Buyer;
import org.xiangpei.shared.BuyerKind;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Money;
import org.xiangpei.shared.Provenance;

/** The ledger's rows. They are appended; the database itself refuses to change or delete one. */
@ApplicationScoped
public class PurchaseRecords {

    private static final int BATCH = 1000;

    private static final String COLUMNS = """
            code, buyer_code, buyer_name, buyer_kind, buyer_city, purchased_on,
            item, category_code, quantity, unit, amount, supplier_name, supplier_firm_code, product_code,
            production_region, declared_local_content_pct, supplier_uscc, provenance, source, recorded_at, supersedes,
            channel, number, import_code, reason, recorded_by, recorded_by_name""";

    private static final String INSERT = "insert into purchase_record (" + COLUMNS
            + ", first_code) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final Session session;

    PurchaseRecords(Session session) {
        this.session = session;
    }

    /**
     * Appends the records in their order, so that a correction may follow what it corrects. After many the database counts anew what it has:
     * until it would by itself, it takes a buyer's first 100 000 purchases for a few and compares each with each.
     */
    @Transactional
    public void append(List<PurchaseRecord> records) {
        append(records, UploadSteps.UNTOLD);
    }

    @Transactional
    void append(List<PurchaseRecord> records, UploadSteps steps) {
        Map<String, String> first = firstCodes(records);
        session.flush();
        session.doWork(connection -> {
            try (var insert = connection.prepareStatement(INSERT)) {
                int waiting = 0;
                for (PurchaseRecord purchase : records) {
                    bind(insert, purchase, first.getOrDefault(purchase.code(), purchase.code()));
                    insert.addBatch();
                    if (++waiting % BATCH == 0) {
                        insert.executeBatch();
                        steps.at(UploadStage.RECORDING, waiting, records.size());
                    }
                }
                insert.executeBatch();
                if (records.size() > BATCH) {
                    try (var count = connection.createStatement()) {
                        count.execute("analyze purchase_record");
                    }
                }
            }
        });
    }

    /** The record that the chain of each correction goes back to. */
    private Map<String, String> firstCodes(List<PurchaseRecord> records) {
        Set<String> targets = records.stream()
                .map(it -> it.entry().supersedes())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var first = new HashMap<String, String>();
        if (!targets.isEmpty()) {
            pairs("select code, first_code from purchase_record where code = any(:codes)", targets, first);
            for (PurchaseRecord purchase : records) {
                String target = purchase.entry().supersedes();
                if (target != null) {
                    first.put(purchase.code(), first.getOrDefault(target, target));
                }
            }
        }
        return first;
    }

    /** Until this transaction ends nobody else appends, so that what was checked stays true; readers go on. */
    void waitForOtherWriters() {
        session.doWork(connection -> {
            try (var lock = connection.createStatement()) {
                lock.execute("lock table purchase_record in share row exclusive mode");
            }
        });
    }

    /** A code that no record has had. */
    String nextCode() {
        return "LR%06d"
                .formatted(session.createNativeQuery("select nextval('purchase_record_number')", Long.class)
                        .getSingleResult());
    }

    /** Those of the codes that the ledger has. */
    public Set<String> recorded(Set<String> codes) {
        return select("select code from purchase_record where code = any(:codes)", codes);
    }

    /** Those of the codes that a correction has superseded. */
    public Set<String> superseded(Set<String> codes) {
        return select("select supersedes from purchase_record where supersedes = any(:codes)", codes);
    }

    /** The records in effect of a buyer, by the buyer's number or any code of their chain, as they are named here. */
    Map<String, String> inEffect(String buyer, Set<String> named) {
        var found = new HashMap<String, String>();
        if (!named.isEmpty()) {
            String effective = """
                    from purchase_record purchase
                    join purchase_record head on head.first_code = purchase.first_code and head.amount > 0
                        and not exists (select from purchase_record later where later.supersedes = head.code)
                    where purchase.buyer_code = :buyer and head.buyer_code = :buyer and\s""";
            for (String by : List.of("purchase.code", "purchase.number")) {
                session.createNativeQuery(
                                "select " + by + ", head.code " + effective + by + " = any(:codes)", Object[].class)
                        .setParameter("buyer", buyer)
                        .setParameter("codes", named.toArray(String[]::new))
                        .getResultList()
                        .forEach(row -> found.putIfAbsent((String) row[0], (String) row[1]));
            }
        }
        return found;
    }

    /** The record that a chain goes back to. */
    String firstCode(String code) {
        return session.createNativeQuery("select first_code from purchase_record where code = :code", String.class)
                .setParameter("code", code)
                .getSingleResult();
    }

    /** Those in effect of the same buyers and amounts. */
    List<PurchaseRecord> withAmounts(List<PurchaseRecord> like) {
        String[] buyers = like.stream().map(it -> it.buyer().code()).distinct().toArray(String[]::new);
        BigDecimal[] amounts =
                like.stream().map(it -> it.amount().yuan()).distinct().toArray(BigDecimal[]::new);
        return session.doReturningWork(connection -> {
            try (var select = connection.prepareStatement("select " + COLUMNS + """
                     from purchase_record
                    where buyer_code = any(?) and amount = any(?) and amount > 0
                        and not exists (select from purchase_record later where later.supersedes = purchase_record.code)
                    order by purchased_on, code""")) {
                select.setArray(1, connection.createArrayOf("text", buyers));
                select.setArray(2, connection.createArrayOf("numeric", amounts));
                return records(select);
            }
        });
    }

    Optional<PurchaseRecord> find(String code) {
        return read("where code = ?", code).stream().findFirst();
    }

    /** All facts of one purchase, the first first; empty where there is no such record. */
    List<PurchaseRecord> chain(String code) {
        return read(
                "where first_code = (select first_code from purchase_record where code = ?) order by recorded_at, supersedes nulls first",
                code);
    }

    /** Where the chains that one of an upload's records is of begin, by the codes of their last facts. */
    Map<String, String> firstCodes(String importCode) {
        var first = new HashMap<String, String>();
        session.createNativeQuery("""
                        select code, first_code from purchase_record purchase
                        where first_code in (select first_code from purchase_record where import_code = :import)
                            and not exists (select from purchase_record later where later.supersedes = purchase.code)""", Object[].class)
                .setParameter("import", importCode)
                .getResultList()
                .forEach(row -> first.put((String) row[0], (String) row[1]));
        return first;
    }

    /** The last fact of every purchase that one of an upload's records is of. */
    List<PurchaseRecord> heads(String importCode) {
        return read("""
                where first_code in (select first_code from purchase_record where import_code = ?)
                    and not exists (select from purchase_record later where later.supersedes = purchase_record.code)
                order by code""", importCode);
    }

    /** The records that an upload appended, in its order. */
    List<PurchaseRecord> of(String importCode) {
        return read("where import_code = ? order by recorded_at, length(code), code", importCode);
    }

    private Set<String> select(String sql, Set<String> codes) {
        return session.createNativeQuery(sql, String.class)
                .setParameter("codes", codes.toArray(String[]::new))
                .getResultStream()
                .collect(Collectors.toSet());
    }

    private void pairs(String sql, Set<String> codes, Map<String, String> into) {
        session.createNativeQuery(sql, Object[].class)
                .setParameter("codes", codes.toArray(String[]::new))
                .getResultList()
                .forEach(row -> into.put((String) row[0], (String) row[1]));
    }

    private List<PurchaseRecord> read(String where, String parameter) {
        return session.doReturningWork(connection -> read(connection, where, parameter));
    }

    private static List<PurchaseRecord> read(Connection connection, String where, String parameter)
            throws SQLException {
        try (var select = connection.prepareStatement("select " + COLUMNS + " from purchase_record " + where)) {
            select.setString(1, parameter);
            return records(select);
        }
    }

    private static List<PurchaseRecord> records(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            var records = new ArrayList<PurchaseRecord>();
            while (row.next()) {
                records.add(record(row));
            }
            return records;
        }
    }

    private static PurchaseRecord record(ResultSet row) throws SQLException {
        String kind = row.getString("buyer_kind");
        return new PurchaseRecord(
                row.getString("code"),
                new Buyer(
                        row.getString("buyer_code"),
                        row.getString("buyer_name"),
                        kind == null ? null : BuyerKind.valueOf(kind),
                        City.of(row.getString("buyer_city")).orElseThrow()),
                row.getObject("purchased_on", LocalDate.class),
                new Item(
                        row.getString("item"),
                        row.getString("category_code"),
                        row.getBigDecimal("quantity"),
                        row.getString("unit")),
                new Money(row.getBigDecimal("amount")),
                supply(row),
                new Entry(
                        Provenance.valueOf(row.getString("provenance")),
                        row.getString("source"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getString("supersedes"),
                        new Origin(
                                Channel.valueOf(row.getString("channel")),
                                row.getString("number"),
                                row.getString("import_code"),
                                row.getString("reason"),
                                row.getString("recorded_by"),
                                row.getString("recorded_by_name"))));
    }

    /** The columns of a row that is called so, for {@link #record(Object[])}. */
    static String columnsOf(String alias) {
        return Arrays.stream(COLUMNS.split(","))
                .map(it -> alias + "." + it.strip())
                .collect(Collectors.joining(", "));
    }

    static PurchaseRecord record(Object[] row) {
        String kind = (String) row[3];
        return new PurchaseRecord(
                (String) row[0],
                new Buyer(
                        (String) row[1],
                        (String) row[2],
                        kind == null ? null : BuyerKind.valueOf(kind),
                        City.of((String) row[4]).orElseThrow()),
                (LocalDate) row[5],
                new Item((String) row[6], (String) row[7], (BigDecimal) row[8], (String) row[9]),
                new Money((BigDecimal) row[10]),
                new Supply(
                        (String) row[11],
                        (String) row[12],
                        (String) row[13],
                        (String) row[14],
                        (BigDecimal) row[15],
                        (String) row[16]),
                new Entry(
                        Provenance.valueOf((String) row[17]),
                        (String) row[18],
                        (Instant) row[19],
                        (String) row[20],
                        new Origin(
                                Channel.valueOf((String) row[21]),
                                (String) row[22],
                                (String) row[23],
                                (String) row[24],
                                (String) row[25],
                                (String) row[26])));
    }

    private static Supply supply(ResultSet row) throws SQLException {
        BigDecimal declared = row.getBigDecimal("declared_local_content_pct");
        return new Supply(
                row.getString("supplier_name"),
                row.getString("supplier_firm_code"),
                row.getString("product_code"),
                row.getString("production_region"),
                declared,
                row.getString("supplier_uscc"));
    }

    private static void bind(PreparedStatement insert, PurchaseRecord purchase, String firstCode) throws SQLException {
        var buyer = purchase.buyer();
        var item = purchase.item();
        var supply = purchase.supply();
        var entry = purchase.entry();
        var origin = entry.origin();
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
            supply.uscc(),
            entry.provenance().name(),
            entry.source(),
            entry.recordedAt().atOffset(ZoneOffset.UTC),
            entry.supersedes(),
            origin.channel().name(),
            origin.number(),
            origin.importCode(),
            origin.reason(),
            origin.login(),
            origin.name(),
            firstCode
        };
        for (int i = 0; i < values.length; i++) {
            insert.setObject(i + 1, values[i]);
        }
    }
}
