package org.xiangpei.recognition;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Product;
import org.xiangpei.catalog.Property;
import org.xiangpei.catalog.Specification;
import org.xiangpei.catalog.imports.CatalogImported;
import org.xiangpei.catalog.load.RowChange;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

/**
 * Notices imports that change a key specification of a recognised product. The three cities have recognised another value, so the product
 * is under review until they accept the new one, or until the old one is back.
 */
@ApplicationScoped
public class ImportedKeyChanges {

    /** A recognised product whose key specification is another than was recognised. */
    public record Open(
            String productCode, String propertyCode, Specification.Details was, KeyChange change, String importCode) {}

    /** What was noticed of an import; fired inside its transaction. */
    public record Noticed(String importCode, List<Open> changes) {}

    private record Key(String product, String property) {}

    private final EntityManager entities;
    private final Event<Noticed> noticed;
    private final Clock clock;

    ImportedKeyChanges(EntityManager entities, Event<Noticed> noticed, Clock clock) {
        this.entities = entities;
        this.noticed = noticed;
        this.clock = clock;
    }

    void imported(@Observes CatalogImported done) {
        List<RowChange> changes = specifications(done);
        Set<Key> key = keyOfRecognised(changes);
        List<RowChange> noticing = changes.stream()
                .filter(it -> key.contains(new Key(cell(it, "product_code"), cell(it, "property_code"))))
                .toList();
        noticing.forEach(it -> entities.persist(new KeySpecificationChange(
                cell(it, "product_code"), cell(it, "property_code"), was(it.before()), done.code(), clock.instant())));
        Set<String> products =
                noticing.stream().map(it -> cell(it, "product_code")).collect(toSet());
        List<Open> open = open(products).stream()
                .filter(it -> it.importCode().equals(done.code()))
                .toList();
        if (!open.isEmpty()) {
            noticed.fire(new Noticed(done.code(), open));
        }
    }

    /** What came with a new product is what was recognised of it. */
    private static List<RowChange> specifications(CatalogImported done) {
        Set<String> added = done.changes().stream()
                .filter(it -> it.table().equals("products") && it.isNew())
                .map(it -> it.after().getOrDefault("code", ""))
                .collect(toSet());
        return done.changes().stream()
                .filter(it -> it.table().equals("specifications") && !added.contains(cell(it, "product_code")))
                .toList();
    }

    private static String cell(RowChange change, String column) {
        return change.after().getOrDefault(column, "");
    }

    private static Specification.Details was(Map<String, String> before) {
        return new Specification.Details(
                number(before.get("min")), number(before.get("max")), before.get("value"), before.get("unit"));
    }

    private static @Nullable BigDecimal number(@Nullable String cell) {
        return cell == null || cell.isEmpty() ? null : new BigDecimal(cell);
    }

    /** A product of no stated recognition has nothing that could be reviewed. */
    private Set<Key> keyOfRecognised(List<RowChange> changes) {
        Set<String> products = new HashSet<>();
        changes.forEach(it -> products.add(cell(it, "product_code")));
        return products.isEmpty()
                ? Set.of()
                : entities.unwrap(Session.class)
                        .createNativeQuery("""
                                select p.code, pr.code as property from product p
                                join property pr on pr.category_code = p.category_code and pr.required
                                where p.code in (:products) and p.valid_from <= :today
                                    and coalesce(p.valid_until, date 'infinity') >= :today
                                    and not exists (select from product_interruption i
                                        where i.product_code = p.code and i.kind = 'REVOKED'
                                            and :today between i.starts_on and coalesce(i.ends_on, date 'infinity'))""", Object[].class)
                        .setParameter("products", products)
                        .setParameter("today", LocalDate.now(clock))
                        .getResultStream()
                        .map(row -> new Key((String) row[0], (String) row[1]))
                        .collect(toSet());
    }

    /**
     * What is under review because of imports, by product and property. Of several changes the first says what was recognised; what the three
     * cities have accepted since ends the review, and so does the old value.
     */
    @Transactional
    public List<Open> open(Collection<String> products) {
        return products.isEmpty() ? List.of() : open("c.product_code in (:products)", products);
    }

    /** The same of all products. */
    @Transactional
    public List<Open> open() {
        return open("true", List.of());
    }

    private List<Open> open(String which, Collection<String> products) {
        var query =
                entities.unwrap(Session.class).createNativeQuery("""
                select c.* from key_specification_change c
                where %s and not exists (select from recognition_event e
                    where e.product_code = c.product_code and e.kind in ('RECOGNISED', 'CHANGED')
                        and e.case_code is not null and e.recorded_at >= c.noticed_at)
                order by c.product_code, c.property_code, c.id""".formatted(which), KeySpecificationChange.class);
        if (!products.isEmpty()) {
            query.setParameter("products", products);
        }
        Map<Key, List<KeySpecificationChange>> changes = query.getResultList().stream()
                .collect(groupingBy(it -> new Key(it.productCode(), it.propertyCode()), LinkedHashMap::new, toList()));
        return changes.values().stream()
                .flatMap(it -> open(it.getFirst(), it.getLast()).stream())
                .toList();
    }

    /**
     * @param first says what was recognised
     * @param last who has changed it since
     * @return empty when the old value is back, or the product or property is gone
     */
    private Optional<Open> open(KeySpecificationChange first, KeySpecificationChange last) {
        String code = first.productCode();
        Specification now = entities.find(Specification.class, new Specification.Key(code, first.propertyCode()));
        return Optional.ofNullable(entities.find(Product.class, code))
                .map(it -> new Property.Key(it.details().categoryCode(), first.propertyCode()))
                .flatMap(key -> Optional.ofNullable(entities.find(Property.class, key)))
                .flatMap(it -> KeyChange.of(
                        first.propertyCode(), it.details(), first.was(), now == null ? null : now.details()))
                .map(change -> new Open(code, first.propertyCode(), first.was(), change, last.importCode()));
    }
}
