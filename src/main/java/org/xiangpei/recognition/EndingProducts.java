package org.xiangpei.recognition;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Product;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Page;

/** Reads which recognitions end soon, or have ended lately. What was revoked does not end; what has no last day never does. */
@ApplicationScoped
public class EndingProducts {

    private static final String ENDING = """
            from Product p join Firm f on f.code = p.details.firmCode
            where p.details.validUntil between :from and :to and (:city is null or f.details.cityCode = :city)
                and (:category is null or p.details.categoryCode = :category)
                and not exists (from StandingEvent revoked where revoked.productCode = p.code and revoked.kind = REVOKED
                    and not exists (from StandingEvent later where later.productCode = p.code
                        and later.kind = RECOGNISED and later.id > revoked.id))
            """;

    private final EntityManager entities;
    private final Filings filings;

    EndingProducts(EntityManager entities, Filings filings) {
        this.entities = entities;
        this.filings = filings;
    }

    /**
     * @param city where its firm is registered; empty outside the three cities
     * @param renewal the filing of it that is under way
     */
    public record Ending(
            String code,
            String name,
            String firmCode,
            String firm,
            Optional<City> city,
            LocalDate until,
            Optional<RecognitionCase> renewal) {}

    /** Those whose last day is one of these, by it. */
    @Transactional
    public List<Ending> list(LocalDate from, LocalDate to) {
        return query(
                        "select p, f.code, f.details.name, f.details.cityCode " + ENDING
                                + " order by p.details.validUntil, p.code",
                        from,
                        to,
                        Narrowed.NOT)
                .getResultStream()
                .map(this::ending)
                .toList();
    }

    /** How many recognitions of a category and a city end on a day. */
    public record Count(String category, Optional<City> city, LocalDate until, long products) {}

    /** Of those whose last day is one of these. */
    @Transactional
    public List<Count> count(LocalDate from, LocalDate to) {
        return query(
                        "select p.details.categoryCode, f.details.cityCode, p.details.validUntil, count(*) " + ENDING
                                + " group by p.details.categoryCode, f.details.cityCode, p.details.validUntil",
                        from,
                        to,
                        Narrowed.NOT)
                .getResultStream()
                .map(row -> new Count((String) row[0], City.of((String) row[1]), (LocalDate) row[2], (long) row[3]))
                .toList();
    }

    /**
     * Which products are shown; null does not narrow.
     *
     * @param city where the firm is registered
     * @param category by its code
     */
    public record Narrowed(@Nullable City city, @Nullable String category) {

        static final Narrowed NOT = new Narrowed(null, null);
    }

    /**
     * @param first the city whose products come first
     * @param only which products are shown
     */
    @Transactional
    public Page<Ending> page(LocalDate from, LocalDate to, @Nullable City first, Narrowed only, int page, int size) {
        long total = narrowed(entities.createQuery("select count(*) " + ENDING, Long.class), from, to, only)
                .getSingleResult();
        List<Ending> items = query(
                        "select p, f.code, f.details.name, f.details.cityCode " + ENDING
                                + " order by case when f.details.cityCode = :first then 0 else 1 end, p.details.validUntil, p.code",
                        from,
                        to,
                        only)
                .setParameter("first", first == null ? "" : first.code())
                .setFirstResult((page - 1) * size)
                .setMaxResults(size)
                .getResultStream()
                .map(this::ending)
                .toList();
        return new Page<>(page, size, total, items);
    }

    private TypedQuery<Object[]> query(String jpql, LocalDate from, LocalDate to, Narrowed only) {
        return narrowed(entities.createQuery(jpql, Object[].class), from, to, only);
    }

    private static <T> TypedQuery<T> narrowed(TypedQuery<T> query, LocalDate from, LocalDate to, Narrowed only) {
        City city = only.city();
        return query.setParameter("from", from)
                .setParameter("to", to)
                .setParameter("city", city == null ? null : city.code())
                .setParameter("category", only.category());
    }

    private Ending ending(Object[] row) {
        Product product = (Product) row[0];
        Product.Details details = product.details();
        return new Ending(
                product.code(),
                details.model() == null ? details.name() : details.name() + " " + details.model(),
                (String) row[1],
                (String) row[2],
                City.of((String) row[3]),
                Objects.requireNonNull(details.validUntil()),
                filings.underWay(product.code())
                        .filter(it -> it.kind() != CaseKind.CHANGE && it.state() != CaseState.DRAFT));
    }
}
