package org.xiangpei.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.Buyer;
import org.xiangpei.shared.BuyerKind;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Money;
import org.xiangpei.shared.Provenance;

/** What may happen to a ledger of 2012 and 2013, at random: purchases, corrections of everything, withdrawals, and products that are recognised otherwise. */
final class RandomLedger {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final LocalDate BEGINNING = LocalDate.of(2012, 1, 1);
    private static final List<String> CATEGORIES = List.of("elevator", "gis", "");
    private static final List<String> REGIONS = List.of("430102", "430211", "430302", "310000", "");
    private static final List<String> KINDS = List.of("MANUFACTURER", "PUBLIC_BODY", "");
    private static final List<String> PRODUCTS = List.of("P036", "P001", "P002", "");

    private final Random random;
    private final PurchaseRecords ledger;
    private final Session session;
    private final List<PurchaseRecord> inEffect = new ArrayList<>();
    private int count;

    RandomLedger(long seed, PurchaseRecords ledger, Session session) {
        this.random = new Random(seed);
        this.ledger = ledger;
        this.session = session;
    }

    void happen() {
        switch (random.nextInt(12)) {
            case 0, 1 -> correct(false);
            case 2 -> correct(true);
            case 3 -> tellOfProduct();
            case 4 -> changeTerm();
            default -> record();
        }
    }

    LocalDate day() {
        return BEGINNING.plusDays(random.nextInt(500));
    }

    /** Another period of the same facts. */
    Period period() {
        LocalDate from = day();
        return new Period(from, from.plusDays(random.nextInt(300)));
    }

    Cut cut() {
        LocalDate from = random.nextInt(3) == 0 ? BEGINNING : day();
        LocalDate to = from.plusDays(random.nextInt(400));
        LocalDate asOf = random.nextInt(3) == 0 ? LocalDate.of(2026, 1, 1) : day().plusDays(random.nextInt(200));
        return new Cut(new Period(from, to), asOf, ZONE, scope());
    }

    private Scope scope() {
        return switch (random.nextInt(9)) {
            case 0 -> new Scope("XA", null, null, null);
            case 1 -> new Scope(null, City.ZHUZHOU, null, null);
            case 2 -> new Scope(null, null, "elevator", null);
            case 3 -> new Scope("XB", null, null, PurchaseFigures.OUTSIDE_CHAIN);
            case 4 -> new Scope(null, City.CHANGSHA, null, "电梯");
            case 5 -> new Scope(null, null, null, null, one(List.of(KindOfBuyer.values())));
            case 6 -> new Scope(null, City.ZHUZHOU, "gis", null, KindOfBuyer.UNKNOWN);
            case 7 -> new Scope("XC", null, null, "电梯", KindOfBuyer.PUBLIC_BODY);
            default -> Scope.REGION;
        };
    }

    private void record() {
        LocalDate day = day();
        append(day, amount(), day.plusDays(random.nextInt(90)), null);
    }

    /** Also before what is corrected was recorded: clocks of two machines differ. */
    private void correct(boolean withdraw) {
        if (inEffect.isEmpty()) {
            return;
        }
        PurchaseRecord before = inEffect.remove(random.nextInt(inEffect.size()));
        LocalDate known = LocalDate.ofInstant(before.entry().recordedAt(), ZONE).plusDays(random.nextInt(120) - 10);
        append(day(), withdraw ? BigDecimal.ZERO : amount(), known, before.code());
    }

    private void append(LocalDate day, BigDecimal amount, LocalDate known, @Nullable String supersedes) {
        String code = "X" + ++count;
        String buyer = "X" + (char) ('A' + random.nextInt(4));
        var fact = new PurchaseRecord(
                code,
                new Buyer(buyer, "测试单位 " + buyer + random.nextInt(2), kind(), one(List.of(City.values()))),
                day,
                new PurchaseRecord.Item("测试采购", text(CATEGORIES), BigDecimal.ONE, "台"),
                new Money(amount),
                new PurchaseRecord.Supply("供应商", null, text(PRODUCTS), text(REGIONS), percent()),
                new PurchaseRecord.Entry(
                        one(List.of(Provenance.values())),
                        "测试",
                        known.atTime(random.nextInt(24), 0).atZone(ZONE).toInstant(),
                        supersedes));
        ledger.append(List.of(fact));
        if (!fact.cancels()) {
            inEffect.add(fact);
        }
    }

    private void tellOfProduct() {
        String kind = one(List.of("SUSPENDED", "REVOKED", "LAPSED", "RESUMED", "RECOGNISED"));
        LocalDate from = day();
        session.createNativeMutationQuery("""
                        insert into recognition_event (product_code, kind, starts_on, ends_on, batch_number, recorded_at)
                        values (:product, :kind, :from, :until, case when :kind = 'RECOGNISED' then 7 end, :known)""")
                .setParameter("product", one(PRODUCTS.subList(0, 3)))
                .setParameter("kind", kind)
                .setParameter("from", from)
                .setParameter("until", from.plusDays(random.nextInt(200)))
                .setParameter("known", day().atTime(12, 0).atZone(ZONE).toInstant())
                .executeUpdate();
    }

    private void changeTerm() {
        LocalDate from = day();
        session.createNativeMutationQuery(
                        "update product set valid_from = :from, valid_until = :until where code = :product")
                .setParameter("from", from)
                .setParameter("until", from.plusDays(random.nextInt(400)))
                .setParameter("product", one(PRODUCTS.subList(0, 3)))
                .executeUpdate();
    }

    private @Nullable BuyerKind kind() {
        String kind = text(KINDS);
        return kind == null ? null : BuyerKind.valueOf(kind);
    }

    private BigDecimal amount() {
        return BigDecimal.valueOf(1 + random.nextInt(100_000_000), 2);
    }

    private @Nullable BigDecimal percent() {
        return random.nextInt(3) == 0 ? null : BigDecimal.valueOf(random.nextInt(10_001), 2);
    }

    private @Nullable String text(List<String> of) {
        String text = one(of);
        return text.isEmpty() ? null : text;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
