package org.xiangpei.sourcing.signal;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

import org.xiangpei.recognition.Terms;
import org.xiangpei.recognition.WorkingCalendar;
import org.xiangpei.shared.City;
import org.xiangpei.sourcing.signal.OpenedInquiry.Buyer;
import org.xiangpei.sourcing.signal.OpenedInquiry.Line;
import org.xiangpei.sourcing.signal.OpenedInquiry.Price;
import org.xiangpei.sourcing.signal.OpenedInquiry.Supplier;

/**
 * Reads the facts that signals look at, of inquiries that were opened and not cancelled: of others there are no rows of quotations, and
 * nothing of them is asked here (design rule 6). Budgets and what is private to a buyer are not read.
 */
@ApplicationScoped
class SignalFacts {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Days are those in China. An inquiry that was decided after the as-of day is one without a decision. */
    private static final String INQUIRIES = """
            with looked as (
                select i.code, i.title, i.organization_code, o.name as organization_name,
                    cast(i.published_at at time zone 'Asia/Shanghai' as date) as published_on,
                    cast(i.deadline at time zone 'Asia/Shanghai' as date) as deadline_on,
                    cast(i.opened_at at time zone 'Asia/Shanghai' as date) as opened_on
                from inquiry i join organization o on o.code = i.organization_code
                where i.state in ('OPENED', 'DECIDED') and i.opened_at >= :from and i.opened_at < :before and
            """;

    private static final String HEADS = """
            select k.code, k.title, k.organization_code, k.organization_name, k.published_on, k.deadline_on, k.opened_on,
                (select count(*) from invitation v where v.inquiry_code = k.code and v.withdrawn_at is null) as invited
            from looked k order by k.opened_on desc, k.code
            """;

    private static final String SUPPLIERS = """
            select q.inquiry_code, coalesce(q.firm_code, q.supplier), q.supplier
            from looked k join quotation q on q.inquiry_code = k.code order by q.inquiry_code, q.submitted_at, q.id
            """;

    /** The price that holds for the quantity that was asked, and the mandatory clauses from which a quotation deviates. */
    private static final String PRICES = """
            select q.inquiry_code, l.number, l.name, coalesce(q.firm_code, q.supplier), q.supplier,
                coalesce((
                    select cast(step ->> 'unitPrice' as numeric) from jsonb_array_elements(ql.breaks) step
                    where cast(step ->> 'from' as numeric) <= l.quantity
                    order by cast(step ->> 'from' as numeric) desc limit 1), ql.unit_price) as unit_price,
                (select count(*) from jsonb_array_elements(ql.replies) reply
                    where reply ->> 'reply' = 'deviates'
                        and cast(l.criteria -> cast(reply ->> 'clause' as integer) ->> 'mandatory' as boolean)) as deviations,
                exists (select from award a where a.quotation_id = q.id and a.line_number = l.number and a.decided_at < :before) as awarded
            from looked k
            join quotation q on q.inquiry_code = k.code
            join quotation_line ql on ql.quotation_id = q.id
            join inquiry_line l on l.inquiry_code = k.code and l.number = ql.number
            order by q.inquiry_code, l.number, unit_price, q.id
            """;

    private final Session session;
    private final WorkingCalendar calendar;

    SignalFacts(Session session, Terms terms) {
        this.session = session;
        calendar = terms.calendar();
    }

    /** Of the buyers for whom a city's bureau is responsible. */
    @Transactional
    List<OpenedInquiry> ofCity(City city, SignalPeriod period) {
        return read("o.city = :who", city.name(), period);
    }

    /** Of one buyer. */
    @Transactional
    List<OpenedInquiry> ofBuyer(String organization, SignalPeriod period) {
        return read("i.organization_code = :who", organization, period);
    }

    private List<OpenedInquiry> read(String which, String who, SignalPeriod period) {
        String looked = INQUIRIES + which + ")\n";
        Map<String, List<Supplier>> suppliers = new LinkedHashMap<>();
        query(looked + SUPPLIERS, who, period).getResultStream().forEach(row -> suppliers
                .computeIfAbsent((String) row[0], any -> new ArrayList<>())
                .add(new Supplier((String) row[1], (String) row[2])));
        Map<String, Map<Integer, Line>> lines = lines(query(looked + PRICES, who, period));
        return query(looked + HEADS, who, period)
                .getResultStream()
                .map(row -> inquiry(
                        row,
                        suppliers.getOrDefault((String) row[0], List.of()),
                        List.copyOf(
                                lines.getOrDefault((String) row[0], Map.of()).values())))
                .toList();
    }

    private NativeQuery<Object[]> query(String sql, String who, SignalPeriod period) {
        return session.createNativeQuery(sql, Object[].class)
                .setParameter("who", who)
                .setParameter("from", period.from().atStartOfDay(ZONE).toInstant())
                .setParameter(
                        "before", period.asOf().plusDays(1).atStartOfDay(ZONE).toInstant());
    }

    private static Map<String, Map<Integer, Line>> lines(NativeQuery<Object[]> prices) {
        Map<String, Map<Integer, Line>> lines = new LinkedHashMap<>();
        prices.getResultStream().forEach(row -> lines.computeIfAbsent((String) row[0], any -> new TreeMap<>())
                .merge((Integer) row[1], new Line((Integer) row[1], (String) row[2], List.of(price(row))), Line::and));
        return lines;
    }

    private static Price price(Object[] row) {
        return new Price(
                new Supplier((String) row[3], (String) row[4]),
                (BigDecimal) row[5],
                ((Number) row[6]).intValue(),
                (Boolean) row[7]);
    }

    private OpenedInquiry inquiry(Object[] row, List<Supplier> quoted, List<Line> lines) {
        LocalDate published = day(row[4]);
        LocalDate deadline = day(row[5]);
        return new OpenedInquiry(
                (String) row[0],
                (String) row[1],
                new Buyer((String) row[2], (String) row[3]),
                published,
                deadline,
                calendar.between(published, deadline),
                day(row[6]),
                ((Number) row[7]).intValue(),
                quoted,
                lines);
    }

    private static LocalDate day(Object column) {
        return column instanceof Date date ? date.toLocalDate() : (LocalDate) column;
    }
}
