package org.xiangpei.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.TestTransaction;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.shared.Buyer;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Money;
import org.xiangpei.shared.Provenance;

import static org.assertj.core.api.Assertions.assertThat;

/** Figures out of the kept sums are those of the facts, whatever happened, in whatever order it became known, as of every day. */
@XiangpeiTest
class PurchaseSumsTest {

    /** The rules once more, written for reading and not for speed. */
    private static final String IN_SCOPE = """
        select * from (
            select purchase.*, purchased_on as day, coalesce(category.chain, '目录外') as chain_name,
                coalesce(purchase.category_code, '-') as category_name,
                exists (select from product where product.code = purchase.product_code and was_listed(product, purchased_on, :known)) as recognised,
                coalesce(production_region ~ '^430[123]', false) as is_local
            from purchase_record purchase left join category on category.code = purchase.category_code
            where recorded_at < :known and amount > 0 and purchased_on between :from and :to
                and not exists (select from purchase_record later where later.supersedes = purchase.code and later.recorded_at < :known)) fact
        where (:buyer = '' or buyer_code = :buyer) and (:city = '' or buyer_city = :city)
            and (:kind = '' or coalesce(buyer_kind, '-') = :kind)
            and (:category = '' or category_name = :category) and (:chain = '' or chain_name = :chain)
        """;

    @Inject
    PurchaseRecords ledger;

    @Inject
    PurchaseFigures figures;

    @Inject
    SumKeeping keeping;

    @Inject
    SumCheck check;

    @Inject
    Session session;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    @TestTransaction
    void sumsSayWhatTheFactsSay(long seed) {
        session.createNativeMutationQuery(
                        "insert into recognition_batch (number, host, closed_on, valid_from, valid_until)"
                                + " values (7, 'CHANGSHA', '2012-01-01', '2012-01-01', '2022-01-01') on conflict do nothing")
                .executeUpdate();
        addAll();
        var ledgerOfSeed = new RandomLedger(seed, ledger, session);
        var moments = new Random(seed);
        for (int step = 1; step <= 120; step++) {
            ledgerOfSeed.happen();
            if (moments.nextInt(9) == 0) {
                keeping.addPiece();
            }
            if (moments.nextInt(8) == 0) {
                assertSame("seed %d, step %d".formatted(seed, step), ledgerOfSeed.cut(), ledgerOfSeed);
            }
        }
        addAll();
        for (int i = 0; i < 3; i++) {
            assertSame("seed %d, all added".formatted(seed), ledgerOfSeed.cut(), ledgerOfSeed);
        }
    }

    /** Within one month, of which the sums know all; clocks of two machines differ, so that a correction may be known first. */
    @ParameterizedTest
    @CsvSource({"5, 20, true", "5, 20, false", "20, 5, true", "20, 5, false"})
    @TestTransaction
    void aCorrectionCountsFromWhenBothAreKnown(int known, int corrected, boolean atOnce) {
        addAll();
        ledger.append(List.of(bought("XQ1", 100, known, null)));
        if (!atOnce) {
            addAll();
        }
        ledger.append(List.of(bought("XQ2", 30, corrected, "XQ1")));
        addAll();
        for (int asOf = 1; asOf <= 30; asOf++) {
            int sum = (known <= asOf && corrected > asOf ? 100 : 0) + (corrected <= asOf ? 30 : 0);
            var cut = new Cut(
                    new Period(LocalDate.of(2009, 5, 1), LocalDate.of(2009, 6, 30)),
                    LocalDate.of(2009, 6, asOf),
                    RandomLedger.ZONE,
                    new Scope("XQ", null, null, null));
            assertThat(figures.sums(cut, null).total().amounts().all())
                    .as("as of day %d", asOf)
                    .isEqualTo(new Money(BigDecimal.valueOf(sum)));
        }
    }

    private static PurchaseRecord bought(String code, int amount, int knownOn, @Nullable String supersedes) {
        return new PurchaseRecord(
                code,
                new Buyer("XQ", "测试单位", null, City.ZHUZHOU),
                LocalDate.of(2009, 5, 15),
                new PurchaseRecord.Item("测试采购", null, BigDecimal.ONE, "台"),
                new Money(BigDecimal.valueOf(amount)),
                new PurchaseRecord.Supply("供应商", null, null, null, null),
                new PurchaseRecord.Entry(
                        Provenance.ILLUSTRATIVE,
                        "测试",
                        LocalDate.of(2009, 6, knownOn)
                                .atTime(12, 0)
                                .atZone(RandomLedger.ZONE)
                                .toInstant(),
                        supersedes));
    }

    @Test
    @TestTransaction
    void aWrongSumOfAnyLevelIsFound() {
        addAll();
        for (SumLevel level : SumLevel.values()) {
            change(level, 1);
            assertThat(check.agrees()).as(level.name()).isFalse();
            change(level, -1);
        }
        assertThat(check.agrees()).isTrue();
    }

    private void change(SumLevel level, int fen) {
        session.createNativeMutationQuery("update purchase_sum set fen = fen + :fen where level = :level")
                .setParameter("fen", fen)
                .setParameter("level", level.name())
                .executeUpdate();
    }

    @Test
    @TestTransaction
    void theSumsReallyAnswerAndNotTheFacts() {
        addAll();
        session.createNativeMutationQuery("update purchase_sum set lines = lines + 1")
                .executeUpdate();
        assertThat(check.agrees()).isFalse();
        keeping.beginAnew();
        assertThat(check.agrees()).isTrue();
        addAll();
        assertThat(check.agrees()).isTrue();
    }

    @Test
    @TestTransaction
    void sumsOfAnotherMakeAreMadeAnewAndMeanwhileTheFactsAnswer() {
        addAll();
        session.createNativeMutationQuery("update purchase_sum set fen = 0").executeUpdate();
        session.createNativeMutationQuery("update purchase_sum_state set make = 0")
                .executeUpdate();
        assertThat(check.agrees()).isTrue();
        addAll();
        assertThat(check.agrees()).isTrue();
        assertThat(session.createNativeQuery("select count(*) from purchase_sum where fen > 0", Long.class)
                        .getSingleResult())
                .isPositive();
    }

    @Test
    void whoeverAddsAndWhoeverRecordsAtOnceNothingIsLostOrCountedTwice() throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Integer>> all = new ArrayList<>();
            for (String writer : List.of("C1", "C2")) {
                all.add(() -> record(writer));
            }
            all.add(this::addAllApart);
            all.add(this::addAllApart);
            for (Future<Integer> done : threads.invokeAll(all)) {
                assertThat(done.get()).isPositive();
            }
        }
        addAllApart();
        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(session.createNativeQuery("select count(*) from purchase_sum_waiting", Long.class)
                            .getSingleResult())
                    .isZero();
            assertThat(check.agrees()).isTrue();
        });
    }

    /** Purchases and their withdrawals, so that nothing of them counts for other tests. */
    private int record(String writer) {
        for (int i = 0; i < 40; i++) {
            String code = "X" + writer + "-" + i;
            var purchase = Purchases.by("XSUM", "2024-05-06").recordedOn("2024-06-0" + (1 + i % 9));
            QuarkusTransaction.requiringNew().run(() -> ledger.append(List.of(purchase.costing(code, "100"))));
            QuarkusTransaction.requiringNew()
                    .run(() -> ledger.append(List.of(purchase.superseding(code, code + "-W", "0"))));
        }
        return 40;
    }

    private int addAllApart() {
        int pieces = 1;
        for (int i = 0; i < 60; i++) {
            if (QuarkusTransaction.requiringNew().call(keeping::addPiece)) {
                pieces++;
            }
        }
        return pieces;
    }

    private void addAll() {
        for (boolean more = true; more; ) {
            more = keeping.addPiece();
        }
    }

    private void assertSame(String as, Cut cut, RandomLedger ledgerOfSeed) {
        String of = as + ": " + cut;
        PurchaseFigures.Report whole = report(cut, null);
        for (Dimension dimension : Dimension.values()) {
            PurchaseFigures.Report kept = report(cut, dimension);
            String by = of + " by " + dimension;
            assertThat(shown(kept.sums())).as(by).isEqualTo(facts(cut, dimension));
            assertThat(kept.sums().total()).as(by).isEqualTo(whole.sums().total());
            assertThat(total(kept.sums().groups()))
                    .as(by)
                    .isEqualTo(whole.sums().total());
            assertThat(kept.flows()).as(by).isEqualTo(whole.flows());
        }
        List<Dimension> all = List.of(Dimension.values());
        Dimension one = all.get(Math.floorMod(of.hashCode(), all.size()));
        assertThat(figures.sumsOfFacts(cut, one)).as(of).isEqualTo(figures.sums(cut, one));
        assertThat(flows(whole.flows())).as(of).isEqualTo(flows(cut));
        assertKindsAreAll(of, cut, whole.sums().total());
        assertSameAtOnce(of, cut, ledgerOfSeed);
        assertLeakage(of, cut, ledgerOfSeed, one);
    }

    private PurchaseFigures.Report report(Cut cut, @Nullable Dimension dimension) {
        return figures.reports(cut, List.of(new Asked(cut.period(), dimension))).getFirst();
    }

    private void assertKindsAreAll(String as, Cut cut, PurchaseSums whole) {
        var scope = cut.scope();
        if (scope.buyerKind() == null) {
            assertThat(Arrays.stream(KindOfBuyer.values())
                            .map(kind ->
                                    new Scope(scope.buyer(), scope.buyerCity(), scope.category(), scope.chain(), kind))
                            .map(kind -> new Cut(cut.period(), cut.asOf(), cut.zone(), kind))
                            .map(kind -> figures.sums(kind, null).total())
                            .reduce(PurchaseSums.NONE, PurchaseSumsTest::plus))
                    .as(as)
                    .isEqualTo(whole);
        }
    }

    /** Several questions asked at once get the answers that each gets alone. */
    private void assertSameAtOnce(String as, Cut cut, RandomLedger ledgerOfSeed) {
        var questions = List.of(
                new Asked(cut.period(), Dimension.CHAIN),
                new Asked(ledgerOfSeed.period(), null),
                new Asked(ledgerOfSeed.period(), Dimension.QUARTER),
                new Asked(cut.period(), Dimension.BUYER_CITY));
        var alone = questions.stream()
                .map(it -> figures.reports(cut, List.of(it)).getFirst())
                .toList();
        assertThat(figures.reports(cut, questions)).as("%s, %s", as, questions).isEqualTo(alone);
    }

    /** Beside whatever else is asked; what leaked of one period has nothing of another. */
    private void assertLeakage(String as, Cut cut, RandomLedger ledgerOfSeed, Dimension dimension) {
        var questions = List.of(new Asked(ledgerOfSeed.period(), null), new Asked(cut.period(), dimension));
        var all = figures.withLeakage(cut, questions);
        assertThat(all.leakage()).as(as).isEqualTo(leakage(cut));
        assertThat(all.reports()).as(as).isEqualTo(figures.reports(cut, questions));
    }

    private static Map<String, String> flows(List<CityFlow> flows) {
        var shown = new TreeMap<String, String>();
        flows.forEach(it ->
                shown.put(it.buyerCity().code() + " " + it.productionCity().code(), it.records() + " " + it.amount()));
        return shown;
    }

    private Map<String, String> flows(Cut cut) {
        var shown = new TreeMap<String, String>();
        asked(cut, """
            select buyer_city || ' ' || substr(production_region, 1, 4) || '00', count(*), sum(amount)
            from (%s) fact where is_local group by 1""".formatted(IN_SCOPE))
                .getResultList()
                .forEach(row -> shown.put((String) row[0], row[1] + " " + new Money((BigDecimal) row[2])));
        return shown;
    }

    private Leakage leakage(Cut cut) {
        Object[] row = asked(cut, """
                select count(*), coalesce(sum(amount), 0) from (%s) fact
                where production_region is not null and not is_local and exists (
                    select from product where product.category_code = fact.category_name and was_listed(product, day, :known))""".formatted(IN_SCOPE)).getSingleResult();
        return new Leakage((long) row[0], new Money((BigDecimal) row[1]));
    }

    private static PurchaseSums total(List<Grouped.Group<PurchaseSums>> groups) {
        return groups.stream().map(Grouped.Group::sums).reduce(PurchaseSums.NONE, PurchaseSumsTest::plus);
    }

    private static PurchaseSums plus(PurchaseSums one, PurchaseSums other) {
        var lines = one.lines();
        var amounts = one.amounts();
        return new PurchaseSums(
                new PurchaseSums.Lines(
                        lines.all() + other.lines().all(),
                        lines.local() + other.lines().local(),
                        lines.unknownOrigin() + other.lines().unknownOrigin()),
                new PurchaseSums.Amounts(
                        amounts.all().plus(other.amounts().all()),
                        amounts.local().plus(other.amounts().local()),
                        amounts.unknownOrigin().plus(other.amounts().unknownOrigin()),
                        amounts.localContent().plus(other.amounts().localContent()),
                        amounts.undeclared().plus(other.amounts().undeclared()),
                        amounts.recognised().plus(other.amounts().recognised())),
                one.illustrative() + other.illustrative());
    }

    private static Map<String, String> shown(Grouped<PurchaseSums> sums) {
        var shown = new TreeMap<String, String>();
        sums.groups().forEach(group -> {
            var lines = group.sums().lines();
            var amounts = group.sums().amounts();
            shown.put(
                    group.key(),
                    List.of(
                                    lines.all(),
                                    lines.local(),
                                    lines.unknownOrigin(),
                                    amounts.all(),
                                    amounts.local(),
                                    amounts.unknownOrigin(),
                                    amounts.localContent(),
                                    amounts.undeclared(),
                                    amounts.recognised(),
                                    group.sums().illustrative())
                            .toString());
        });
        return shown;
    }

    private Map<String, String> facts(Cut cut, Dimension dimension) {
        String key =
                switch (dimension) {
                    case BUYER -> "buyer_code";
                    case BUYER_CITY -> "buyer_city";
                    case BUYER_KIND -> "coalesce(buyer_kind, '-')";
                    case CATEGORY -> "category_name";
                    case CHAIN -> "chain_name";
                    case MONTH -> "to_char(day, 'YYYY-MM')";
                    case QUARTER -> "to_char(day, 'YYYY') || 'Q' || to_char(day, 'Q')";
                    case YEAR -> "to_char(day, 'YYYY')";
                };
        var shown = new TreeMap<String, String>();
        asked(cut, """
                        select %s as key, count(*), count(*) filter (where is_local), count(*) filter (where production_region is null),
                            coalesce(sum(amount), 0), coalesce(sum(amount) filter (where is_local), 0),
                            coalesce(sum(amount) filter (where production_region is null), 0),
                            coalesce(sum(round(amount * declared_local_content_pct / 100, 2)), 0),
                            coalesce(sum(amount) filter (where declared_local_content_pct is null), 0),
                            coalesce(sum(amount) filter (where recognised), 0), count(*) filter (where provenance = 'ILLUSTRATIVE')
                        from (%s) fact group by 1""".formatted(key, IN_SCOPE))
                .getResultList()
                .forEach(row -> shown.put(
                        (String) row[0],
                        Arrays.asList(row).subList(1, row.length).stream()
                                .map(value -> value instanceof BigDecimal amount ? amount.setScale(2) : value)
                                .toList()
                                .toString()));
        return shown;
    }

    private NativeQuery<Object[]> asked(Cut cut, String sql) {
        var scope = cut.scope();
        var city = scope.buyerCity();
        return session.createNativeQuery(sql, Object[].class)
                .setParameter("known", cut.knownBefore())
                .setParameter("from", cut.period().from())
                .setParameter("to", cut.period().to())
                .setParameter("buyer", orNone(scope.buyer()))
                .setParameter("city", city == null ? "" : city.code())
                .setParameter("kind", orNone(scope.kindKey()))
                .setParameter("category", orNone(scope.category()))
                .setParameter("chain", orNone(scope.chain()));
    }

    private static String orNone(@Nullable String text) {
        return text == null ? "" : text;
    }
}
