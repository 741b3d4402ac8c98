package org.xiangpei.ledger;

import java.time.Clock;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;
import org.hibernate.Session;

/**
 * Adds to the kept sums what became known since. One instance at a time does, so that sums are neither lost nor locked against one another, and
 * who records purchases waits for nobody. What is added and what thereby no longer waits are one transaction.
 */
@ApplicationScoped
public class SumKeeping {

    /** How the sums are made. Raise it when that changes: they are made anew then. */
    static final int MAKE = 3;

    /** Facts of one transaction. */
    private static final int PIECE = 20_000;

    /** Products whose days of recognition are looked at in one transaction. */
    private static final int PRODUCTS = 500;

    private static final String LEVELS = """
        insert into purchase_sum as kept (level, buyer_code, buyer_city, buyer_kind, category_code, starts_on, known_month, %s)
        select case grouping(buyer_code, category_code, buyer_kind, day) when 1 then 'BOTH' when 5 then 'BUYER' when 8 then 'KIND_DAY' when 12 then 'CITY_DAY'
                when 9 then 'KIND' when 11 then 'CATEGORY' when 13 then 'CITY' end,
            coalesce(buyer_code, '*'), buyer_city, coalesce(buyer_kind, '*'), coalesce(category_code, '*'), coalesce(day, month), known_month, %s
        from (select measured.*, cast(date_trunc('month', day) as date) as month,
                cast(date_trunc('month', known_at at time zone :zone) as date) as known_month from measured) monthly
        group by grouping sets ((buyer_city, buyer_kind, month, known_month), (buyer_city, category_code, month, known_month),
            (buyer_city, buyer_kind, category_code, month, known_month), (buyer_city, buyer_kind, category_code, day, known_month), (buyer_city, buyer_kind, day, known_month),
            (buyer_city, buyer_kind, buyer_code, month, known_month),
            (buyer_city, buyer_kind, buyer_code, category_code, month, known_month))
        on conflict (level, buyer_code, category_code, buyer_city, buyer_kind, starts_on, known_month) do update set %s
        """.formatted(
                    Measures.COLUMNS, Measures.SUMS, Measures.each(", ", name -> "%1$s = kept.%1$s + excluded.%1$s"
                            .formatted(name)));

    /** A fact counts from when it is known; what it corrects is taken off from when both are. */
    private static final String FOLD = """
        with taken as materialized (
            delete from purchase_sum_waiting
            where fact_code in (select fact_code from purchase_sum_waiting limit :piece) returning fact_code),
        part as (
            select %s from taken join purchase_record fact on fact.code = taken.fact_code
            left join purchase_sum_listing listed on listed.product_code = fact.product_code where fact.amount > 0
            union all
            select %s from taken join purchase_record correction on correction.code = taken.fact_code
            join purchase_record fact on fact.code = correction.supersedes
            left join purchase_sum_listing listed on listed.product_code = fact.product_code where fact.amount > 0),
        measured as (select %s, known_at, %s from part)
        """.formatted(
                            Measures.fact("1", "fact.recorded_at", "listed.days"),
                            Measures.fact("-1", "greatest(correction.recorded_at, fact.recorded_at)", "listed.days"),
                            Measures.KEYS,
                            Measures.OF_FACT)
            + LEVELS;

    private static final String MOVED = """
        %s, %s as known_at, %s * %s *
            (case when listing.days @> fact.purchased_on then 1 else 0 end - case when listing.before @> fact.purchased_on then 1 else 0 end)
            as moved
        """;

    /** Of products whose days of recognition changed, what the sums have is moved. */
    private static final String RELIST = """
        with taken as materialized (
            delete from purchase_sum_listing_waiting
            where id in (select id from purchase_sum_listing_waiting order by id limit :piece) returning product_code),
        listing as materialized (
            select product.code as product_code, listed_days(product, timestamptz 'infinity') as days,
                coalesce(known.days, datemultirange()) as before
            from product left join purchase_sum_listing known on known.product_code = product.code
            where product.code in (select product_code from taken)),
        kept_listing as (
            insert into purchase_sum_listing (product_code, days) select product_code, days from listing
            on conflict (product_code) do update set days = excluded.days returning product_code),
        part as (
            select %s from listing join purchase_record fact on fact.product_code = listing.product_code
            where fact.amount > 0 and listing.days <> listing.before
                and not exists (select from purchase_sum_waiting waiting where waiting.fact_code = fact.code)
            union all
            select %s from listing join purchase_record fact on fact.product_code = listing.product_code
            join purchase_record correction on correction.supersedes = fact.code
            where fact.amount > 0 and listing.days <> listing.before
                and not exists (select from purchase_sum_waiting waiting where waiting.fact_code = correction.code)),
        measured as (select %s, known_at, %s from part where moved <> 0)
        """.formatted(
                            MOVED.formatted(Measures.KEYS_OF_FACT, "fact.recorded_at", "1", Measures.FEN),
                            MOVED.formatted(
                                    Measures.KEYS_OF_FACT,
                                    "greatest(correction.recorded_at, fact.recorded_at)",
                                    "-1",
                                    Measures.FEN),
                            Measures.KEYS,
                            Measures.OF_RECOGNISED)
            + LEVELS;

    private final Session session;
    private final Clock clock;

    SumKeeping(Session session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /** Whether the sums can be used: made as this program makes them, with days that end where its days end. */
    record State(int make, String zone) {

        boolean usable(String ours) {
            return make == MAKE && zone.equals(ours);
        }
    }

    /**
     * Adds a piece of what waits, in the caller's transaction. Sums that are missing, or of an older make, begin anew: then every fact waits.
     *
     * @return whether there was anything to add, and nobody else at it
     */
    public boolean addPiece() {
        session.createNativeMutationQuery("""
                        insert into purchase_sum_state (make, zone) select 0, ''
                        where not exists (select from purchase_sum_state) on conflict do nothing""").executeUpdate();
        var locked = session.createNativeQuery(
                        "select make, zone from purchase_sum_state for update skip locked", Object[].class)
                .getResultList();
        if (locked.isEmpty()) {
            return false;
        }
        var state = new State((int) locked.getFirst()[0], (String) locked.getFirst()[1]);
        if (state.make() > MAKE) {
            return false;
        }
        if (!state.usable(zone())) {
            beginAnew();
            return true;
        }
        return fold() || relist();
    }

    /** Forgets all sums; they are made of the facts again, piece by piece. Figures are right meanwhile, only slower. */
    void beginAnew() {
        Log.infof("The sums of purchases are made anew (make %d)", MAKE);
        update("delete from purchase_sum", Map.of());
        update("delete from purchase_sum_listing", Map.of());
        update(
                "insert into purchase_sum_waiting (fact_code) select code from purchase_record on conflict do nothing",
                Map.of());
        update("insert into purchase_sum_listing_waiting (product_code) select code from product", Map.of());
        update("update purchase_sum_state set make = :make, zone = :zone", Map.of("make", MAKE, "zone", zone()));
    }

    private boolean fold() {
        if (!waits("purchase_sum_waiting")) {
            return false;
        }
        update(FOLD, Map.of("piece", PIECE, "zone", zone()));
        return true;
    }

    private boolean relist() {
        if (!waits("purchase_sum_listing_waiting")) {
            return false;
        }
        update(RELIST, Map.of("piece", PRODUCTS, "zone", zone()));
        return true;
    }

    private boolean waits(String table) {
        return session.createNativeQuery("select exists (select from " + table + ")", Boolean.class)
                .getSingleResult();
    }

    private String zone() {
        return clock.getZone().getId();
    }

    private void update(String sql, Map<String, Object> parameters) {
        var query = session.createNativeMutationQuery(sql);
        parameters.forEach(query::setParameter);
        query.executeUpdate();
    }
}
