package org.xiangpei.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.FirmProfile.CertificateOf;
import org.xiangpei.catalog.ProductProfile.CategoryOf;
import org.xiangpei.catalog.ProductProfile.Equivalent;
import org.xiangpei.catalog.ProductProfile.FirmOf;
import org.xiangpei.catalog.ProductProfile.SpecificationOf;
import org.xiangpei.shared.NotFound;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

/** Reads products with what belongs to them, in a fixed number of queries for any number of products. */
@ApplicationScoped
public class ProductProfiles {

    private final EntityManager entities;
    private final Interruptions interruptions;

    ProductProfiles(EntityManager entities, Interruptions interruptions) {
        this.entities = entities;
        this.interruptions = interruptions;
    }

    /** @throws NotFound when there is no such product */
    @Transactional
    public ProductProfile get(String code) {
        return list(List.of(code)).stream().findFirst().orElseThrow(() -> new NotFound("产品 " + code + " "));
    }

    /** The products of these codes in the order of the codes; unknown codes are left out. */
    @Transactional
    public List<ProductProfile> list(List<String> codes) {
        Map<String, Product> products = byCode("from Product where code in ?1", codes, Product.class, Product::code);
        Map<String, Firm> firms =
                byCode("from Firm where code in ?1", used(products, Product.Details::firmCode), Firm.class, Firm::code);
        Map<String, Category> categories = byCode(
                "from Category where code in ?1",
                used(products, Product.Details::categoryCode),
                Category.class,
                Category::code);
        var parts = new Parts(
                all(
                        "from Property where key.categoryCode in ?1 order by details.position",
                        categories.keySet(),
                        Property.class),
                all("from Specification where key.productCode in ?1", products.keySet(), Specification.class),
                all(
                        "from Certificate where key.productCode in ?1 order by key.type, key.number",
                        products.keySet(),
                        Certificate.class),
                all(
                        "from Certificate where key.firmCode in ?1 order by key.type, key.number",
                        firms.keySet(),
                        Certificate.class),
                equivalents(products.keySet()),
                all("from FirmStatement where productCode in ?1 order by id", products.keySet(), FirmStatement.class),
                interruptions.of(products.keySet()));
        return codes.stream()
                .distinct()
                .map(products::get)
                .filter(Objects::nonNull)
                .map(product -> parts.profile(
                        product,
                        Objects.requireNonNull(categories.get(product.details().categoryCode())),
                        Objects.requireNonNull(firms.get(product.details().firmCode()))))
                .toList();
    }

    private <T> Map<String, T> byCode(String query, Collection<String> codes, Class<T> type, Function<T, String> code) {
        return all(query, codes, type).stream().collect(toMap(code, entity -> entity));
    }

    private <T> List<T> all(String query, Collection<String> codes, Class<T> type) {
        return entities.createQuery(query, type).setParameter(1, codes).getResultList();
    }

    private static Set<String> used(Map<String, Product> products, Function<Product.Details, String> code) {
        return products.values().stream().map(Product::details).map(code).collect(Collectors.toSet());
    }

    private Map<String, List<Equivalent>> equivalents(Set<String> codes) {
        return entities.createQuery("""
                        select mine.key.productCode, group.code, group.details.name, other.code, other.details.name,
                               firm.details.shortName, part.details.note
                        from EquivalentPart mine
                        join EquivalentPart part on part.key.groupCode = mine.key.groupCode and part <> mine
                        join EquivalenceGroup group on group.code = mine.key.groupCode
                        join Product other on other.code = part.key.productCode
                        join Firm firm on firm.code = other.details.firmCode
                        where mine.key.productCode in ?1
                        order by group.code, other.code
                        """, Object[].class)
                .setParameter(1, codes)
                .getResultStream()
                .collect(groupingBy(
                        row -> (String) row[0],
                        Collectors.mapping(
                                row -> new Equivalent(
                                        (String) row[1],
                                        (String) row[2],
                                        (String) row[3],
                                        (String) row[4],
                                        (String) row[5],
                                        row[6] == null ? "" : (String) row[6]),
                                Collectors.toList())));
    }

    /** What was read for all products, put together product by product. */
    private record Parts(
            List<Property> properties,
            List<Specification> specifications,
            List<Certificate> ofProducts,
            List<Certificate> ofFirms,
            Map<String, List<Equivalent>> equivalents,
            List<FirmStatement> byFirms,
            Map<String, List<Interruption>> interruptions) {

        ProductProfile profile(Product product, Category category, Firm firm) {
            return new ProductProfile(
                    product.code(),
                    product.details(),
                    new CategoryOf(category.code(), category.details()),
                    new FirmOf(firm.code(), firm.details()),
                    specificationsOf(product, category),
                    Stream.concat(
                                    ofProducts.stream().filter(it -> product.code()
                                            .equals(it.key().productCode())),
                                    ofFirms.stream().filter(it -> firm.code()
                                            .equals(it.key().firmCode())))
                            .map(it -> new CertificateOf(it.key(), it.details()))
                            .toList(),
                    equivalents.getOrDefault(product.code(), List.of()),
                    new Listing(product.details().validity(), interruptions.getOrDefault(product.code(), List.of())));
        }

        private List<SpecificationOf> specificationsOf(Product product, Category category) {
            Map<String, Specification.Details> stated = specifications.stream()
                    .filter(it -> it.key().productCode().equals(product.code()))
                    .collect(toMap(it -> it.key().propertyCode(), Specification::details));
            return properties.stream()
                    .filter(it -> it.key().categoryCode().equals(category.code()))
                    .map(it -> new SpecificationOf(
                            it.key().propertyCode(),
                            it.details(),
                            Optional.ofNullable(stated.get(it.key().propertyCode())),
                            byFirm(product.code(), it.key().propertyCode(), stated)))
                    .toList();
        }

        /** What was filed or imported since is no longer the firm's own word. */
        private Optional<LocalDate> byFirm(String product, String property, Map<String, Specification.Details> stated) {
            return byFirms.stream()
                    .filter(it -> it.productCode().equals(product)
                            && it.propertyCode().equals(property))
                    .filter(it -> same(it.details(), stated.get(property)))
                    .map(FirmStatement::statedOn)
                    .reduce((earlier, later) -> later);
        }

        private static boolean same(Specification.Details said, Specification.@Nullable Details now) {
            return now != null
                    && same(said.min(), now.min())
                    && same(said.max(), now.max())
                    && Objects.equals(said.value(), now.value())
                    && Objects.equals(said.unit(), now.unit());
        }

        private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
            if (one == null || other == null) {
                return one == null && other == null;
            }
            return one.compareTo(other) == 0;
        }
    }
}
