package org.xiangpei.matching;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.Better;
import org.xiangpei.catalog.Firm;
import org.xiangpei.catalog.Listing;
import org.xiangpei.catalog.Product;
import org.xiangpei.catalog.PropertyKind;
import org.xiangpei.catalog.Validity;
import org.xiangpei.requirement.CertificateType;
import org.xiangpei.requirement.CheckedLine;
import org.xiangpei.requirement.Criterion;
import org.xiangpei.requirement.Operator;
import org.xiangpei.requirement.PropertyTerm;
import org.xiangpei.requirement.Range;
import org.xiangpei.requirement.RequirementReader;
import org.xiangpei.requirement.StandardNumber;
import org.xiangpei.requirement.StatedCriterion;
import org.xiangpei.requirement.StatedLine;
import org.xiangpei.requirement.Vocabulary;
import org.xiangpei.requirement.Vocabulary.Option;
import org.xiangpei.shared.Provenance;

/** A vocabulary with one property of every sort, and products of which a test says what it needs. */
final class SampleFacts {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    static final Map<String, PropertyTerm> TERMS = Stream.of(
                    quantity("strength", "MPa", Better.HIGHER),
                    quantity("noise", "dB(A)", Better.LOWER),
                    quantity("voltage", "kV", Better.NONE),
                    quantity("temperature", "Cel", Better.WIDER),
                    quantity("life", "1", Better.HIGHER),
                    new PropertyTerm("thing", "rise", "温升", PropertyKind.QUANTITY, "K", Better.LOWER, true),
                    other("ip", PropertyKind.ENUM),
                    other("colour", PropertyKind.ENUM),
                    other("grade", PropertyKind.TEXT),
                    other("quiet", PropertyKind.FLAG))
            .collect(Collectors.toMap(PropertyTerm::code, term -> term));

    static final Vocabulary VOCABULARY = new Vocabulary(
            Map.of("thing", "东西", "other", "别的"),
            Stream.concat(
                            TERMS.values().stream(),
                            Stream.of(new PropertyTerm(
                                    "other", "weight", "重量", PropertyKind.QUANTITY, "kg", Better.LOWER, false)))
                    .toList(),
            Map.of(
                    "ip",
                    List.of(ranked("IP44", 1), ranked("IP54", 2), ranked("IP65", 3)),
                    "colour",
                    List.of(new Option("红", Optional.empty()), new Option("蓝", Optional.empty()))));

    private final String code;
    private final Map<String, Statement> statements = new HashMap<>();
    private List<StandardNumber> standards = List.of();
    private List<HeldCertificate> certificates = List.of();
    private List<String> sites = List.of();
    private @Nullable BigDecimal capacity;
    private @Nullable String capacityUnit;
    private @Nullable Integer leadTime;
    private @Nullable BigDecimal priceLow;
    private @Nullable BigDecimal priceHigh;
    private @Nullable String priceUnit;

    private SampleFacts(String code) {
        this.code = code;
    }

    static SampleFacts product(String code) {
        return new SampleFacts(code);
    }

    SampleFacts states(String property, @Nullable String min, @Nullable String max, String unit) {
        statements.put(property, Statement.ofQuantity(term(property), new Range(decimal(min), decimal(max)), unit));
        return this;
    }

    SampleFacts states(String property, @Nullable String value) {
        Optional<Integer> rank =
                VOCABULARY.option(property, value == null ? "" : value).flatMap(Option::rank);
        statements.put(property, Statement.ofValue(term(property), value, rank));
        return this;
    }

    SampleFacts meets(String... numbers) {
        standards = Stream.of(numbers).map(StandardNumber::of).toList();
        return this;
    }

    SampleFacts holds(String type, @Nullable String from, @Nullable String until) {
        var held = new HeldCertificate(
                CertificateType.of(type), "EX-" + certificates.size(), new Validity(date(from), date(until)));
        certificates = Stream.concat(certificates.stream(), Stream.of(held)).toList();
        return this;
    }

    SampleFacts supplies(String amount, String unit) {
        capacity = new BigDecimal(amount);
        capacityUnit = unit;
        return this;
    }

    SampleFacts deliversIn(int days) {
        leadTime = days;
        return this;
    }

    SampleFacts costs(@Nullable String low, @Nullable String high, String unit) {
        priceLow = decimal(low);
        priceHigh = decimal(high);
        priceUnit = unit;
        return this;
    }

    SampleFacts madeIn(String... regions) {
        sites = List.of(regions);
        return this;
    }

    ProductFacts facts() {
        var product = new Product.Details(
                "F-" + code,
                "产品" + code,
                null,
                "thing",
                null,
                List.of(),
                null,
                List.of(),
                capacity,
                capacityUnit,
                leadTime,
                null,
                priceLow,
                priceHigh,
                priceUnit,
                null,
                null,
                null,
                Provenance.ILLUSTRATIVE,
                null);
        var firm = new Firm.Details(
                "企业" + code, code, null, "430100", null, null, sites, null, null, null, Provenance.ILLUSTRATIVE, null);
        return new ProductFacts(
                code, product, firm, Map.copyOf(statements), standards, certificates, Listing.of(product.validity()));
    }

    /** A mandatory criterion. */
    static Criterion criterion(
            @Nullable String property,
            Operator operator,
            @Nullable String value,
            @Nullable String max,
            @Nullable String unit) {
        return new Criterion(property, operator, value, max, List.of(), unit, true);
    }

    static CheckedLine line(Criterion... criteria) {
        return line(null, null, null, criteria);
    }

    static CheckedLine line(
            @Nullable String quantity, @Nullable String unit, @Nullable String neededBy, Criterion... criteria) {
        List<StatedCriterion> stated = Stream.of(criteria)
                .map(it -> new StatedCriterion(
                        it.property(),
                        it.operator().code(),
                        it.value(),
                        it.valueMax(),
                        it.values(),
                        it.unit(),
                        it.mandatory(),
                        String.valueOf(it.weight())))
                .toList();
        var line = new StatedLine("1", "东西", null, "thing", quantity, unit, null, neededBy, stated);
        return RequirementReader.read(List.of(line), VOCABULARY).getFirst();
    }

    /** The judgement of one criterion, on {@link #TODAY}. */
    static Judgement judge(Criterion criterion, ProductFacts facts) {
        var clause = line(criterion).clauses().getFirst();
        return Wording.of(clause, ClauseJudge.judge(clause.demand(), facts, TODAY), facts, TODAY);
    }

    private static PropertyTerm term(String code) {
        return Objects.requireNonNull(TERMS.get(code), code);
    }

    private static PropertyTerm quantity(String code, String unit, Better better) {
        return new PropertyTerm("thing", code, code, PropertyKind.QUANTITY, unit, better, false);
    }

    private static PropertyTerm other(String code, PropertyKind kind) {
        return new PropertyTerm("thing", code, code, kind, null, Better.NONE, false);
    }

    private static Option ranked(String value, int rank) {
        return new Option(value, Optional.of(rank));
    }

    private static @Nullable BigDecimal decimal(@Nullable String number) {
        return number == null ? null : new BigDecimal(number);
    }

    private static @Nullable LocalDate date(@Nullable String date) {
        return date == null ? null : LocalDate.parse(date);
    }
}
