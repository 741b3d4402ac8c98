package org.xiangpei.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.shared.Money;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.Page;
import org.xiangpei.shared.Provenance;

/** Reads the ledger for whose purchases it holds: what is in effect of each purchase, filtered, page by page, and what that sums up to. */
@ApplicationScoped
public class PurchaseList {

    /** Rows that are read at once. */
    private static final int FETCHED = 1000;

    private static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);
    private static final LocalDate END = LocalDate.of(9999, 12, 31);

    private static final String PLACE = """
            case when purchase.production_region is null then 'UNKNOWN'
                when purchase.production_region like '4301%' then 'CHANGSHA'
                when purchase.production_region like '4302%' then 'ZHUZHOU'
                when purchase.production_region like '4303%' then 'XIANGTAN'
                else 'ELSEWHERE' end""";

    private static final String CHOSEN = """
            from purchase_record purchase
            left join category on category.code = purchase.category_code
            left join region on region.code = purchase.production_region
            left join purchase_record before on before.code = purchase.supersedes
            where (:buyer = '' or purchase.buyer_code = :buyer)
                and not exists (select from purchase_record later where later.supersedes = purchase.code)
                and (purchase.amount > 0) = :counts
                and purchase.purchased_on between :from and :to
                and (:category = '' or coalesce(purchase.category_code, :outside) = :category)
                and (:place = '' or :place = %s)
                and (:words = '' or position(:words in lower(concat_ws(' ', purchase.item, purchase.supplier_name, purchase.number, purchase.code))) > 0)
                and (:import = '' or purchase.first_code in (select first_code from purchase_record where import_code = :import))
            """.formatted(PLACE);

    private final Session session;

    PurchaseList(Session session) {
        this.session = session;
    }

    /**
     * The latest purchases first.
     *
     * @throws NotFound for who may not see purchases
     */
    @Transactional
    public Page<PurchaseEntry> page(Actor actor, PurchaseFilter filter, int page, int size) {
        List<Object[]> found = bound(
                        session.createNativeQuery(
                                """
                                select purchase.code, purchase.number, purchase.buyer_name, purchase.purchased_on, purchase.item, category.name,
                                    case when purchase.amount > 0 then purchase.amount else before.amount end,
                                    purchase.supplier_name, purchase.supplier_firm_code, purchase.product_code,
                                    coalesce(region.name, purchase.production_region), %s as place,
                                    purchase.supersedes is not null, purchase.channel, purchase.provenance
                                """.formatted(PLACE)
                                        + CHOSEN + " order by purchase.purchased_on desc, purchase.code desc",
                                Object[].class),
                        actor,
                        filter)
                .setFirstResult((page - 1) * size)
                .setMaxResults(size)
                .getResultList();
        long total = sums(actor, filter).stream().mapToLong(PlaceSum::records).sum();
        return new Page<>(
                page, size, total, found.stream().map(PurchaseList::entry).toList());
    }

    /**
     * All of them, the latest first, read as they are taken; of what was withdrawn, what it was before. To be closed, in a transaction of the caller.
     *
     * @throws NotFound for who may not see purchases
     */
    Stream<PurchaseRecord> stream(Actor actor, PurchaseFilter filter) {
        String said = filter.state() == PurchaseFilter.State.WITHDRAWN ? "before" : "purchase";
        return bound(
                        session.createNativeQuery(
                                "select " + PurchaseRecords.columnsOf(said) + " " + CHOSEN
                                        + " order by purchase.purchased_on desc, purchase.code desc",
                                Object[].class),
                        actor,
                        filter)
                .setFetchSize(FETCHED)
                .getResultStream()
                .map(PurchaseRecords::record);
    }

    /**
     * What the purchases sum up to, by where they were made; of every place.
     *
     * @throws NotFound for who may not see purchases
     */
    @Transactional
    public List<PlaceSum> sums(Actor actor, PurchaseFilter filter) {
        Map<Place, PlaceSum> sums = new EnumMap<>(Place.class);
        bound(
                        session.createNativeQuery(
                                "select " + PLACE + " as place, count(*), sum(purchase.amount) " + CHOSEN
                                        + " group by 1",
                                Object[].class),
                        actor,
                        filter)
                .getResultList()
                .forEach(row -> {
                    Place place = Place.valueOf((String) row[0]);
                    sums.put(place, new PlaceSum(place, (long) row[1], new Money((BigDecimal) row[2])));
                });
        return Arrays.stream(Place.values())
                .map(place -> sums.getOrDefault(place, new PlaceSum(place, 0, Money.ZERO)))
                .toList();
    }

    /** The buyers that an actor who sees several can choose from, by code. */
    @Transactional
    public Map<String, String> buyers(Actor actor) {
        Map<String, String> names = new TreeMap<>();
        if (LedgerReach.buyer(actor, Action.READ_PURCHASES).isEmpty()) {
            session.createNativeQuery(
                            "select buyer_code, max(buyer_name) from purchase_record group by buyer_code",
                            Object[].class)
                    .getResultList()
                    .forEach(row -> names.put((String) row[0], (String) row[1]));
        }
        return names;
    }

    private static <T> NativeQuery<T> bound(NativeQuery<T> query, Actor actor, PurchaseFilter filter) {
        Place place = filter.place();
        return query.setParameter(
                        "buyer", LedgerReach.buyer(actor, Action.READ_PURCHASES).orElse(filter.buyer()))
                .setParameter("counts", filter.state() == PurchaseFilter.State.IN_EFFECT)
                .setParameter("from", Objects.requireNonNullElse(filter.from(), BEGINNING))
                .setParameter("to", Objects.requireNonNullElse(filter.to(), END))
                .setParameter("category", filter.category())
                .setParameter("outside", PurchaseFigures.OUTSIDE)
                .setParameter("place", place == null ? "" : place.name())
                .setParameter("words", filter.words().toLowerCase(Locale.ROOT))
                .setParameter("import", filter.importCode());
    }

    private static PurchaseEntry entry(Object[] row) {
        return new PurchaseEntry(
                (String) row[0],
                text(row[1]),
                (String) row[2],
                (LocalDate) row[3],
                (String) row[4],
                text(row[5]),
                new Money((BigDecimal) row[6]),
                (String) row[7],
                text(row[8]),
                text(row[9]),
                text(row[10]),
                Place.valueOf((String) row[11]),
                (boolean) row[12],
                Channel.valueOf((String) row[13]),
                Provenance.valueOf((String) row[14]));
    }

    private static @Nullable String text(@Nullable Object value) {
        return (String) value;
    }
}
