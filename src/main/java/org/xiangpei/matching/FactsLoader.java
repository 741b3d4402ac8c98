package org.xiangpei.matching;

import java.util.Collection;
import java.util.HashMap;
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

import io.quarkus.logging.Log;

import org.xiangpei.catalog.Certificate;
import org.xiangpei.catalog.Firm;
import org.xiangpei.catalog.Interruption;
import org.xiangpei.catalog.Interruptions;
import org.xiangpei.catalog.Listing;
import org.xiangpei.catalog.Product;
import org.xiangpei.catalog.PropertyKind;
import org.xiangpei.catalog.Specification;
import org.xiangpei.requirement.CertificateType;
import org.xiangpei.requirement.PropertyTerm;
import org.xiangpei.requirement.Range;
import org.xiangpei.requirement.StandardNumber;
import org.xiangpei.requirement.Vocabulary;
import org.xiangpei.requirement.Vocabulary.Option;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

/** Loads what clauses are judged by, in six queries for any number of products. */
@ApplicationScoped
class FactsLoader {

    /** A statement of PostgreSQL takes at most 65 535 parameters, and a bill over a large catalogue may concern more products. */
    private static final int AT_ONCE = 8_192;

    private final EntityManager entities;
    private final Interruptions interruptions;

    FactsLoader(EntityManager entities, Interruptions interruptions) {
        this.entities = entities;
        this.interruptions = interruptions;
    }

    /**
     * The facts by product code; codes that no longer exist are left out.
     *
     * @param vocabulary with every definition of the properties that are asked about; others are not loaded
     */
    @Transactional
    Map<String, ProductFacts> load(Set<String> codes, Vocabulary vocabulary) {
        List<String> all = List.copyOf(codes);
        var facts = new HashMap<String, ProductFacts>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            facts.putAll(some(Set.copyOf(all.subList(from, Math.min(from + AT_ONCE, all.size()))), vocabulary));
        }
        return facts;
    }

    private Map<String, ProductFacts> some(Set<String> codes, Vocabulary vocabulary) {
        List<Product> products = all("from Product where code in ?1", codes, Product.class);
        Map<String, Firm> firms = all(
                        "from Firm where code in ?1",
                        products.stream()
                                .map(product -> product.details().firmCode())
                                .collect(Collectors.toSet()),
                        Firm.class)
                .stream()
                .collect(toMap(Firm::code, Function.identity()));
        Map<String, List<Specification>> specifications = specifications(codes, vocabulary);
        Map<String, List<HeldCertificate>> ofProducts = certificates("productCode", codes);
        Map<String, List<HeldCertificate>> ofFirms = certificates("firmCode", firms.keySet());
        Map<String, List<Interruption>> interrupted = interruptions.of(codes);
        var facts = new HashMap<String, ProductFacts>();
        for (Product product : products) {
            String firm = product.details().firmCode();
            Firm.Details firmDetails = Objects.requireNonNull(firms.get(firm)).details();
            facts.put(
                    product.code(),
                    new ProductFacts(
                            product.code(),
                            product.details(),
                            firmDetails,
                            statements(product, specifications.getOrDefault(product.code(), List.of()), vocabulary),
                            product.details().standards().stream()
                                    .map(StandardNumber::of)
                                    .toList(),
                            Stream.concat(
                                            ofProducts.getOrDefault(product.code(), List.of()).stream(),
                                            ofFirms.getOrDefault(firm, List.of()).stream())
                                    .toList(),
                            new Listing(
                                    product.details().validity(),
                                    interrupted.getOrDefault(product.code(), List.of()))));
        }
        return facts;
    }

    private Map<String, List<Specification>> specifications(Set<String> products, Vocabulary vocabulary) {
        Set<String> properties = vocabulary.properties();
        return entities.createQuery(
                        "from Specification where key.productCode in ?1 and key.propertyCode in ?2",
                        Specification.class)
                .setParameter(1, products)
                .setParameter(2, properties)
                .getResultStream()
                .collect(groupingBy(specification -> specification.key().productCode()));
    }

    private Map<String, List<HeldCertificate>> certificates(String owner, Set<String> codes) {
        return all(
                        "from Certificate where key.%s in ?1 order by key.type, key.number".formatted(owner),
                        codes,
                        Certificate.class)
                .stream()
                .collect(groupingBy(
                        certificate -> owner.equals("firmCode")
                                ? certificate.key().firmCode()
                                : certificate.key().productCode(),
                        Collectors.mapping(FactsLoader::held, Collectors.toList())));
    }

    private static HeldCertificate held(Certificate certificate) {
        return new HeldCertificate(
                CertificateType.of(certificate.key().type()),
                certificate.key().number(),
                certificate.details().validity());
    }

    private static Map<String, Statement> statements(
            Product product, List<Specification> specifications, Vocabulary vocabulary) {
        return specifications.stream()
                .flatMap(specification -> vocabulary
                        .term(
                                product.details().categoryCode(),
                                specification.key().propertyCode())
                        .map(term -> statement(term, specification, vocabulary))
                        .stream())
                .collect(toMap(statement -> statement.term().code(), Function.identity()));
    }

    private static Statement statement(PropertyTerm term, Specification specification, Vocabulary vocabulary) {
        Specification.Details details = specification.details();
        if (term.kind() != PropertyKind.QUANTITY) {
            Optional<Option> option =
                    Optional.ofNullable(details.value()).flatMap(value -> vocabulary.option(term.code(), value));
            return Statement.ofValue(term, details.value(), option.flatMap(Option::rank));
        }
        var statement = Statement.ofQuantity(term, new Range(details.min(), details.max()), details.unit());
        if (statement.isUnconvertible()) {
            Log.warnf(
                    "Defect in the data: %s of product %s is in %s, which does not convert to %s",
                    term.code(), specification.key().productCode(), details.unit(), term.unit());
        }
        return statement;
    }

    private <T> List<T> all(String query, Collection<String> codes, Class<T> type) {
        return entities.createQuery(query, type).setParameter(1, codes).getResultList();
    }
}
