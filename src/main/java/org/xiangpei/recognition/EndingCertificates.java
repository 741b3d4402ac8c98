package org.xiangpei.recognition;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

import org.xiangpei.shared.City;

/**
 * Reads which certificates of recognised products, or of firms that have one, end soon or have ended. One that another of the same type
 * and owner follows is of no concern any more.
 */
@ApplicationScoped
public class EndingCertificates {

    private final Session session;

    EndingCertificates(Session session) {
        this.session = session;
    }

    /**
     * @param product code of the product that it belongs to; null for a certificate of the firm
     * @param productName name of that product
     * @param city where the firm is registered
     */
    public record Ending(
            long id,
            String type,
            String number,
            LocalDate until,
            @Nullable String product,
            @Nullable String productName,
            String firmCode,
            String firm,
            Optional<City> city) {}

    /** Those whose last day is one of these, by it; of all cities, those of one first. */
    @Transactional
    public List<Ending> list(LocalDate from, LocalDate to, LocalDate today, @Nullable City first) {
        return session.createNativeQuery("""
                        select c.id, c.type, c.number, cast(c.valid_until as text) as until, c.product_code, p.name as product_name,
                            f.code as firm_code, f.name as firm_name, f.city_code
                        from certificate c
                        left join product p on p.code = c.product_code
                        join firm f on f.code = coalesce(c.firm_code, p.firm_code)
                        where c.valid_until between :from and :to
                            and exists (select from product listed where is_listed(listed, :today)
                                and (listed.code = c.product_code or c.product_code is null and listed.firm_code = c.firm_code))
                            and not exists (select from certificate other
                                where other.type = c.type and other.id <> c.id
                                    and other.firm_code is not distinct from c.firm_code
                                    and other.product_code is not distinct from c.product_code
                                    and coalesce(other.valid_until, date 'infinity') > greatest(c.valid_until, :today))
                        order by case when f.city_code = :first then 0 else 1 end, c.valid_until, c.id""", Object[].class)
                .setParameter("from", from)
                .setParameter("to", to)
                .setParameter("today", today)
                .setParameter("first", first == null ? "" : first.code())
                .getResultStream()
                .map(EndingCertificates::ending)
                .toList();
    }

    private static Ending ending(Object[] row) {
        return new Ending(
                ((Number) row[0]).longValue(),
                (String) row[1],
                (String) row[2],
                LocalDate.parse((String) row[3]),
                (String) row[4],
                (String) row[5],
                (String) row[6],
                (String) row[7],
                City.of((String) row[8]));
    }
}
