package org.xiangpei.ledger;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.Page;
import org.xiangpei.shared.RuleViolation;

/**
 * Purchases that look as if they were recorded twice (疑似重复): of one buyer, one supplier, one item and one amount, a few days apart, out of
 * different sources. Whether they are one is for people to say; what they said is kept as a fact. Two awards are two: the service has written them itself.
 */
@ApplicationScoped
public class Duplicates {

    /** Without blanks and letter case. */
    private static final String PLAIN = "lower(regexp_replace(%s, '\\s', '', 'g'))";

    /** Rows of one file are told apart by who made it; two of different sources are not. */
    private static final String PAIRS = """
            with head as (
                select purchase.*, first.import_code as began_in, first.channel as began_by,
                    %s as plain_item
                from purchase_record purchase
                join purchase_record first on first.code = purchase.first_code
                where purchase.amount > 0 and (:buyer = '' or purchase.buyer_code = :buyer)
                    and not exists (select from purchase_record later where later.supersedes = purchase.code))
            select %%s
            from head one
            join head other on other.buyer_code = one.buyer_code and other.amount = one.amount
                and other.plain_item = one.plain_item
                and (other.supplier_firm_code = one.supplier_firm_code or %s = %s)
                and other.purchased_on between one.purchased_on - :days and one.purchased_on + :days
                and one.first_code collate "C" < other.first_code collate "C"
                and (one.began_in is distinct from other.began_in
                    or (one.began_in is null and (one.began_by <> 'FILE' or other.began_by <> 'FILE')))
                and not (one.began_by = 'AWARD' and other.began_by = 'AWARD')
            where not exists (
                select from purchase_judgement judged
                where judged.one = one.first_code and judged.other = other.first_code
                    and not judged.same and not exists (
                        select from purchase_judgement later
                        where later.one = judged.one and later.other = judged.other and later.id > judged.id))
            """.formatted(
                    PLAIN.formatted("purchase.item"),
                    PLAIN.formatted("one.supplier_name"),
                    PLAIN.formatted("other.supplier_name"));

    private final PurchaseRecords records;
    private final PurchaseLedger ledger;
    private final PurchaseTrail trail;
    private final Session session;
    private final Clock clock;
    private final int days;

    Duplicates(
            PurchaseRecords records,
            PurchaseLedger ledger,
            PurchaseTrail trail,
            Session session,
            Clock clock,
            @ConfigProperty(name = "xiangpei.purchases.duplicate-days", defaultValue = "3") int days) {
        this.records = records;
        this.ledger = ledger;
        this.trail = trail;
        this.session = session;
        this.clock = clock;
        this.days = days;
    }

    /** Two records in effect, the one with the lower first code first. */
    public record Pair(PurchaseRecord one, PurchaseRecord other) {}

    /** How many days apart two of them may be. */
    public int days() {
        return days;
    }

    /**
     * Those that nobody has told apart yet, the dearest first.
     *
     * @throws NotFound for who may not see purchases
     */
    @Transactional
    public Page<Pair> page(Actor actor, int page, int size) {
        List<Object[]> found = bound(
                        session.createNativeQuery(
                                PAIRS.formatted("one.code, other.code")
                                        + " order by one.amount desc, one.code, other.code",
                                Object[].class),
                        actor)
                .setFirstResult((page - 1) * size)
                .setMaxResults(size)
                .getResultList();
        List<Pair> pairs = found.stream()
                .map(row -> new Pair(
                        records.find((String) row[0]).orElseThrow(),
                        records.find((String) row[1]).orElseThrow()))
                .toList();
        return new Page<>(page, size, count(actor), pairs);
    }

    /** How many wait for a word. */
    @Transactional
    public long count(Actor actor) {
        return bound(session.createNativeQuery(PAIRS.formatted("count(*)"), Long.class), actor)
                .getSingleResult();
    }

    private <T> NativeQuery<T> bound(NativeQuery<T> query, Actor actor) {
        return query.setParameter(
                        "buyer", LedgerReach.buyer(actor, Action.READ_PURCHASES).orElse(""))
                .setParameter("days", days);
    }

    /**
     * Says that two are two purchases, or one; of one, the record that is not kept is withdrawn.
     *
     * @param keep the code of the record that stays, when both are one; empty when they are two
     * @throws RuleViolation {@code record-corrected} when one of them is not in effect any more
     * @throws NotFound when they are not the actor's
     */
    @Transactional
    public void judge(Actor actor, String oneCode, String otherCode, String keep) {
        records.waitForOtherWriters();
        PurchaseRecord one = own(actor, oneCode);
        PurchaseRecord other = own(actor, otherCode);
        boolean same = !keep.isEmpty();
        if (same && !keep.equals(one.code()) && !keep.equals(other.code())) {
            throw new RuleViolation("bad-request", "保留的应为这两条记录之一。");
        }
        keepWord(actor, one, other, same);
        trail.judged(one, other, same);
        if (same) {
            PurchaseRecord goes = keep.equals(one.code()) ? other : one;
            ledger.withdraw(actor, goes.code(), goes.code(), "与 " + keep + " 是同一笔，重复登记");
        }
    }

    private PurchaseRecord own(Actor actor, String code) {
        PurchaseRecord found = records.find(code)
                .filter(it -> LedgerReach.covers(
                        actor, Action.IMPORT_PURCHASES, it.buyer().code()))
                .orElseThrow(() -> new NotFound("采购记录 " + code + " "));
        if (found.cancels() || !records.superseded(Set.of(code)).isEmpty()) {
            throw new RuleViolation("record-corrected", "记录 " + code + " 已被更正或作废，请重新查看。");
        }
        return found;
    }

    private void keepWord(Actor actor, PurchaseRecord one, PurchaseRecord other, boolean same) {
        String first = records.firstCode(one.code());
        String second = records.firstCode(other.code());
        boolean ordered = first.compareTo(second) < 0;
        session.createNativeMutationQuery("""
                        insert into purchase_judgement (one, other, same, decided_by, decided_by_name, decided_at)
                        values (:one, :other, :same, :login, :name, :now)""")
                .setParameter("one", ordered ? first : second)
                .setParameter("other", ordered ? second : first)
                .setParameter("same", same)
                .setParameter("login", actor.login())
                .setParameter("name", actor.name())
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    private record Likeness(String buyer, String item, String supplier, BigDecimal amount) {
        static Likeness of(PurchaseRecord record) {
            String firm = record.supply().firmCode();
            return new Likeness(
                    record.buyer().code(),
                    KnownCodes.plain(record.item().name()),
                    firm == null ? KnownCodes.plain(record.supply().supplierName()) : firm,
                    record.amount().yuan());
        }
    }

    /** The sound rows of a file that look like a purchase in effect. */
    List<Foreseen.Alike> like(PurchaseFile file) {
        List<PurchaseRecord> rows = file.records();
        Map<String, Integer> lines = file.lines();
        Map<Likeness, List<PurchaseRecord>> known = new HashMap<>();
        records.withAmounts(rows).forEach(it -> known.computeIfAbsent(Likeness.of(it), key -> new ArrayList<>())
                .add(it));
        var alike = new ArrayList<Foreseen.Alike>();
        for (PurchaseRecord row : rows) {
            if (row.entry().supersedes() == null) {
                known.getOrDefault(Likeness.of(row), List.of()).stream()
                        .filter(it -> near(it.purchasedOn(), row.purchasedOn()))
                        .findFirst()
                        .ifPresent(it -> alike.add(new Foreseen.Alike(
                                lines.getOrDefault(row.code(), 0),
                                row.item().name(),
                                it.code(),
                                it.purchasedOn().toString())));
            }
        }
        return alike;
    }

    private boolean near(LocalDate one, LocalDate other) {
        return Math.abs(ChronoUnit.DAYS.between(one, other)) <= days;
    }
}
