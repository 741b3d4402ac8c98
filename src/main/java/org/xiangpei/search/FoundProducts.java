package org.xiangpei.search;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.xiangpei.catalog.Firm;
import org.xiangpei.catalog.Product;

/** Reads what a list of search results shows of its products, in one query for any number of them. */
@ApplicationScoped
public class FoundProducts {

    /** A product as a list shows it, with the names of its category and of the city where its firm is registered. */
    public record FoundProduct(
            String code,
            Product.Details product,
            String categoryName,
            String firmCode,
            Firm.Details firm,
            String cityName) {}

    private static final String SHOWN = """
            select product.code, product.details, category.details.name, firm.code, firm.details, city.details.name
            from Product product
            join Category category on category.code = product.details.categoryCode
            join Firm firm on firm.code = product.details.firmCode
            join Region city on city.code = firm.details.cityCode
            where product.code in ?1""";

    private final EntityManager entities;

    FoundProducts(EntityManager entities) {
        this.entities = entities;
    }

    /** In the order of the codes; a product that was deleted since it was indexed is left out. */
    @Transactional
    public List<FoundProduct> list(List<String> codes) {
        List<Tuple> rows =
                entities.createQuery(SHOWN, Tuple.class).setParameter(1, codes).getResultList();
        Map<String, FoundProduct> found = rows.stream()
                .map(FoundProducts::product)
                .collect(Collectors.toMap(FoundProduct::code, Function.identity()));
        return codes.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private static FoundProduct product(Tuple row) {
        return new FoundProduct(
                row.get(0, String.class),
                row.get(1, Product.Details.class),
                row.get(2, String.class),
                row.get(3, String.class),
                row.get(4, Firm.Details.class),
                row.get(5, String.class));
    }
}
