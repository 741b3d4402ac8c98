package org.xiangpei.insight.chain;

import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

import org.xiangpei.shared.City;

/** Which firms make what, by the products that are listed today: kept by category, so that nobody walks through the catalogue for it. */
@ApplicationScoped
public class Suppliers {

    /** @param cities those of the three in which the firm produces */
    public record Supplier(String firm, String name, List<City> cities, int products) {}

    private final Session session;

    Suppliers(Session session) {
        this.session = session;
    }

    /** The firms with listed products of a category, those with most first. */
    @Transactional
    public List<Supplier> ofCategory(String category) {
        return session.createNativeQuery("""
                        select supplier.firm_code, firm.name, array_to_string(supplier.cities, ','), supplier.products
                        from category_supplier supplier join firm on firm.code = supplier.firm_code
                        where supplier.category_code = :category order by supplier.products desc, supplier.firm_code""", Object[].class)
                .setParameter("category", category)
                .getResultStream()
                .map(row -> new Supplier((String) row[0], (String) row[1], cities((String) row[2]), (Integer) row[3]))
                .toList();
    }

    /** How many firms have listed products of a chain. */
    @Transactional
    public long firmsOf(String chain) {
        return session.createNativeQuery("""
                        select count(distinct supplier.firm_code) from category_supplier supplier
                        join category on category.code = supplier.category_code where category.chain = :chain""", Long.class)
                .setParameter("chain", chain)
                .getSingleResult();
    }

    private static List<City> cities(String codes) {
        return Stream.of(codes.split(",")).flatMap(it -> City.of(it).stream()).toList();
    }
}
