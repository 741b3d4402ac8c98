package org.xiangpei.search.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.xiangpei.search.Facet;
import org.xiangpei.search.ListingStatus;
import org.xiangpei.search.SearchQuery;
import org.xiangpei.search.SearchSort;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Provenance;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.web.Choices;

/** What {@code GET /api/v1/products} may be asked. Facets may be repeated or their values separated by commas. */
class ProductSearchParameters {

    private static final int MOST_ON_A_PAGE = 100;
    private static final int MOST_PAGES = 1_000_000;
    private static final int LONGEST_VALUE = 100;

    @RestQuery
    @Parameter(description = "Words, a model number, a firm; empty lists all", example = "浅基坑电梯")
    @Nullable
    String q;

    @RestQuery
    @Parameter(
            description = "Where it is produced: 430100, 430200, 430300, or the name of the city",
            example = "430200")
    List<String> city = List.of();

    @RestQuery
    @Parameter(description = "Code of a category", example = "elevator")
    List<String> category = List.of();

    @RestQuery
    @Parameter(description = "Industrial chain", example = "电线电缆")
    List<String> chain = List.of();

    @RestQuery
    @Parameter(description = "Type of a certificate that is valid today", example = "ISO 9001")
    List<String> certificate = List.of();

    @RestQuery
    @Parameter(description = "documented or illustrative (sample)", example = "documented")
    List<String> provenance = List.of();

    @RestQuery
    @Parameter(
            description = "valid (default), expired or all",
            schema = @Schema(enumeration = {"valid", "expired", "all"}))
    @Nullable
    String status;

    @RestQuery
    @Parameter(
            description =
                    "relevance (default; by name without a text), name, lead_time, price, valid_until; ascending, not stated last",
            schema = @Schema(enumeration = {"relevance", "name", "lead_time", "price", "valid_until"}))
    @Nullable
    String sort;

    @RestQuery
    @Parameter(description = "From 1", schema = @Schema(type = SchemaType.INTEGER, defaultValue = "1", minimum = "1"))
    @Nullable
    String page;

    @RestQuery
    @Parameter(
            description = "Products on a page",
            schema = @Schema(type = SchemaType.INTEGER, defaultValue = "20", minimum = "1", maximum = "100"))
    @Nullable
    String size;

    /**
     * @param categories names of the categories there are, by code
     * @throws RuleViolation {@code bad-request} for whatever cannot be asked
     */
    SearchQuery query(LocalDate day, Map<String, String> categories) {
        return new SearchQuery(
                SearchForm.text(q),
                selected(categories),
                Choices.choice(ListingStatus.class, "status", status).orElse(ListingStatus.VALID),
                day,
                Choices.choice(SearchSort.class, "sort", sort).orElse(SearchSort.RELEVANCE),
                Choices.count("page", page, 1, MOST_PAGES),
                Choices.count("size", size, SearchForm.SIZE, MOST_ON_A_PAGE));
    }

    private Map<Facet, Set<String>> selected(Map<String, String> categories) {
        var selected = new EnumMap<Facet, Set<String>>(Facet.class);
        put(selected, Facet.CITY, city, ProductSearchParameters::cityCode);
        put(selected, Facet.CATEGORY, category, code -> known(code, categories));
        put(selected, Facet.CHAIN, chain, UnaryOperator.identity());
        put(selected, Facet.CERTIFICATE, certificate, UnaryOperator.identity());
        put(selected, Facet.PROVENANCE, provenance, ProductSearchParameters::provenanceCode);
        return selected;
    }

    private static void put(
            Map<Facet, Set<String>> selected, Facet facet, List<String> values, UnaryOperator<String> code) {
        Set<String> codes = values.stream()
                .flatMap(value -> Arrays.stream(value.split("[,，]")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .map(value -> code.apply(notTooLong(facet, value)))
                .collect(Collectors.toSet());
        if (!codes.isEmpty()) {
            selected.put(facet, codes);
        }
    }

    private static String notTooLong(Facet facet, String value) {
        if (value.length() > LONGEST_VALUE) {
            throw new RuleViolation(
                    "bad-request", "%s 的值有 %d 个字，最长 %d 个字".formatted(facet.code(), value.length(), LONGEST_VALUE));
        }
        return value;
    }

    private static String cityCode(String value) {
        return Arrays.stream(City.values())
                .filter(it -> it.code().equals(value) || it.label().equals(value) || (it.label() + "市").equals(value))
                .findFirst()
                .map(City::code)
                .orElseThrow(() -> new RuleViolation(
                        "bad-request", "city=%s 不能识别，应为 430100（长沙）、430200（株洲）或 430300（湘潭）".formatted(value)));
    }

    private static String known(String code, Map<String, String> categories) {
        if (!categories.containsKey(code)) {
            throw new RuleViolation("bad-request", "category=%s 不能识别，应为品类代码，例如 elevator".formatted(code));
        }
        return code;
    }

    private static String provenanceCode(String value) {
        return Choices.choice(Provenance.class, "provenance", value)
                .orElseThrow()
                .code();
    }
}
