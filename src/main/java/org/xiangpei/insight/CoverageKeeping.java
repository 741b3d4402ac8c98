package org.xiangpei.insight;

import java.time.Clock;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import org.hibernate.Session;

import org.xiangpei.shared.Rounds;

/**
 * Keeps for each posted line the stretches of as-of days through which its coverage is the same. One instance at a time does; until it has, a line is
 * read from its facts, so that figures are right at any moment.
 */
@ApplicationScoped
class CoverageKeeping {

    /** How the stretches are made. Raise it when that changes: they are made anew then. */
    static final int MAKE = 2;

    private static final int PIECE = 5_000;

    /** Taken first: what becomes known of a line from then on waits again. */
    private static final String TAKEN = """
            with taken as (
                delete from coverage_waiting
                where line_code in (select line_code from coverage_waiting order by id limit :piece) returning line_code)
            select distinct line_code from taken
            """;

    private static final String STRETCHES = """
        with line as materialized (
            select line.*, cast(line.recorded_at at time zone :zone as date) as begins, (
                select min(cast(over.recorded_at at time zone :zone as date)) from requirement_line_end over
                where over.line_code = line.code) as ends
            from requirement_line line where line.code = any(:codes)),
        boundary as (
            select code, begins as day from line where ends is null or begins < ends
            union
            select line.code, found.as_of from line join line_coverage found on found.line_code = line.code
            where found.as_of > line.begins and (line.ends is null or found.as_of < line.ends)),
        stretch as (
            select code, day, lead(day) over (partition by code order by day) as next_day from boundary)
        insert into coverage_stretch (line_code, from_day, until_day, coverage, posted_on, buyer_code, buyer_name, buyer_city,
            buyer_kind, category_code, provenance)
        select line.code, stretch.day, coalesce(stretch.next_day, line.ends), (
                select found.coverage from line_coverage found
                where found.line_code = line.code and found.as_of <= stretch.day order by found.as_of desc limit 1),
            line.posted_on, %s, %s, line.buyer_city, coalesce(line.buyer_kind, '-'), line.category_code, line.provenance
        from stretch join line on line.code = stretch.code
        """.formatted(CoverageFigures.BUYER_CODE, CoverageFigures.BUYER_NAME);

    private final Session session;
    private final Clock clock;

    CoverageKeeping(Session session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /** What goes wrong in one round is tried again in the next. */
    @Scheduled(
            identity = "coverage-stretches",
            every = "{xiangpei.figures.interval}",
            delayed = "3s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void round() {
        try {
            Rounds.untilDone(
                    () -> QuarkusTransaction.requiringNew().timeout(600).call(this::keepPiece));
        } catch (RuntimeException e) {
            Log.warnf("The coverage of posted lines could not be brought up to date, and is again: %s", e.getMessage());
        }
    }

    /**
     * In the caller's transaction.
     *
     * @return whether there was anything to do, and nobody else at it
     */
    boolean keepPiece() {
        update(
                "insert into coverage_stretch_state (make, zone) select 0, ''"
                        + " where not exists (select from coverage_stretch_state) on conflict do nothing",
                Map.of());
        var locked = session.createNativeQuery(
                        "select make, zone from coverage_stretch_state for update skip locked", Object[].class)
                .getResultList();
        if (locked.isEmpty() || (int) locked.getFirst()[0] > MAKE) {
            return false;
        }
        if ((int) locked.getFirst()[0] < MAKE || !locked.getFirst()[1].equals(zone())) {
            beginAnew();
            return true;
        }
        String[] codes = session.createNativeQuery(TAKEN, String.class)
                .setParameter("piece", PIECE)
                .getResultList()
                .toArray(String[]::new);
        update("delete from coverage_stretch where line_code = any(:codes)", Map.of("codes", codes));
        update(STRETCHES, Map.of("codes", codes, "zone", zone()));
        return codes.length > 0;
    }

    private void beginAnew() {
        update("delete from coverage_stretch", Map.of());
        update("insert into coverage_waiting (line_code) select code from requirement_line", Map.of());
        update("update coverage_stretch_state set make = :make, zone = :zone", Map.of("make", MAKE, "zone", zone()));
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
