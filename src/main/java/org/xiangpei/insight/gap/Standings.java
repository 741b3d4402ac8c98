package org.xiangpei.insight.gap;

import java.time.Clock;
import java.util.Collection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.hibernate.Session;

/**
 * Writes down how posted lines stood on which days, from the facts alone: a line counts from the day on which it was posted and known until
 * the day of its end, and stands as the latest coverage fact says (ADR 0040). So any past day is one look at one table.
 *
 * <p>This is the only place that says when a line is unmet. What else will: that a line was bought elsewhere for want of a product (an
 * outcome of sourcing) is one more kind of fact, to be joined to {@code line_coverage} in {@code found} below.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class Standings {

    private static final String WRITE = """
            insert into line_standing (line_code, from_day, until_day, coverage, gap_key, category_code, buyer_code, buyer_city, names_buyer,
                illustrative, quantity, unit, estimated_amount)
            with line as (
                select posted.*, greatest(posted.posted_on, cast(posted.recorded_at at time zone :zone as date)) as known_on,
                    (select cast(over.recorded_at at time zone :zone as date) from requirement_line_end over
                        where over.line_code = posted.code) as ended_on
                from requirement_line posted where posted.code in (:codes)),
            found as (
                select distinct on (line_code, as_of) line_code, as_of, coverage from line_coverage
                where line_code in (:codes) order by line_code, as_of, recorded_at desc),
            point as (
                select code, known_on as day from line
                union select line.code, found.as_of from line join found on found.line_code = line.code and found.as_of > line.known_on),
            stood as (
                select point.code, point.day, (select found.coverage from found
                    where found.line_code = point.code and found.as_of <= point.day order by found.as_of desc limit 1) as coverage
                from point),
            changed as (
                select stood.*, row_number() over days = 1 or lag(coverage) over days is distinct from coverage as differs
                from stood window days as (partition by code order by day)),
            stretch as (
                select code, day as from_day, lead(day) over (partition by code order by day) as until_day, coverage
                from changed where differs)
            select line.code, stretch.from_day, least(stretch.until_day, line.ended_on), stretch.coverage,
                case when stretch.coverage <> 'QUALIFIED' then member.gap_key end,
                line.category_code, line.buyer_code, line.buyer_city, line.names_buyer, line.provenance = 'ILLUSTRATIVE',
                line.quantity, line.unit, line.estimated_amount
            from stretch join line on line.code = stretch.code
            left join gap_member member on member.line_code = line.code
            where line.ended_on is null or stretch.from_day < line.ended_on
            """;

    private final Session session;
    private final Clock clock;

    Standings(Session session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /** Writes these lines anew. */
    void write(Collection<String> codes) {
        session.createNativeMutationQuery("delete from line_standing where line_code in (:codes)")
                .setParameter("codes", codes)
                .executeUpdate();
        session.createNativeMutationQuery(WRITE)
                .setParameter("codes", codes)
                .setParameter("zone", clock.getZone().getId())
                .executeUpdate();
    }
}
