package org.xiangpei.search.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.RecognitionStatus;
import org.xiangpei.search.Facet;
import org.xiangpei.search.FoundProduct;
import org.xiangpei.search.Reason;
import org.xiangpei.search.SearchResult;
import org.xiangpei.search.SearchResult.Highlight;
import org.xiangpei.search.SearchResult.Hit;
import org.xiangpei.search.SearchResult.Recognised;
import org.xiangpei.search.SearchResult.SpecificationFit;
import org.xiangpei.shared.City;
import org.xiangpei.shared.Provenance;
import org.xiangpei.shared.web.WholeAnswer;

/**
 * A page of found products in JSON.
 *
 * @param facets by facet the values with the number of products, each counted without the facet's own selection
 * @param relaxed nothing had all the words, so these have only some of them or mean nearly what was asked
 * @param didYouMean a spelling that finds something, when nothing had all the words
 * @param recognised parts of the question that were understood: a city, a firm, a category, a certificate, a standard, a specification;
 *     they order and find products, and leave none out
 */
@Schema(description = "Found products")
record ProductSearchResponse(
        int page,
        int size,
        long total,
        List<Item> items,
        Map<String, List<FacetValue>> facets,
        boolean relaxed,
        @Nullable String didYouMean,
        List<Recognised> recognised)
        implements WholeAnswer {

    /**
     * @param category code of the category
     * @param highlights where the words were found: the text of the field, and spans in UTF-16 units, the end exclusive
     * @param reasons why it was found, word by word; empty where nothing was searched for
     * @param fits how the product fits what the question asks of properties; products that fit better come first
     * @param score only comparable inside one answer and among products that fit alike; 0 where nothing was searched for
     */
    @Schema(name = "FoundProduct")
    record Item(
            String code,
            String name,
            @Nullable String model,
            String category,
            String categoryName,
            FoundFirm firm,
            Provenance provenance,
            FoundRecognition recognition,
            List<Highlight> highlights,

            @Schema(
                    description =
                            "Why it was found: for each word of the question what stands for it (found) and where (fields), as the word"
                                    + " itself, a synonym, by its sound or in another spelling; meaning is the question as a whole, and has"
                                    + " neither. A word that the product lacks has no reason.",
                    examples = ReasonExample.CUSTOMER_LIFT)
            List<Reason> reasons,

            List<SpecificationFit> fits,
            double score) {}

    /**
     * @param city GB/T 2260 code of the city where the firm is registered
     * @param productionCities cities of 长株潭 where it produces: what the city facet counts
     */
    record FoundFirm(String code, String name, String city, String cityName, List<String> productionCities) {}

    record FoundRecognition(
            RecognitionStatus status, @Nullable LocalDate validUntil) {}

    record FacetValue(String value, String label, long count) {}

    static ProductSearchResponse of(SearchResult result, Map<String, String> categories, LocalDate today) {
        return new ProductSearchResponse(
                result.hits().page(),
                result.hits().size(),
                result.hits().total(),
                result.hits().items().stream().map(hit -> item(hit, today)).toList(),
                facets(result, categories),
                result.relaxed(),
                result.didYouMean(),
                result.recognised());
    }

    private static Item item(Hit hit, LocalDate today) {
        FoundProduct it = hit.product();
        return new Item(
                it.code(),
                it.name(),
                it.model(),
                it.category(),
                it.categoryName(),
                firm(it.firm()),
                it.provenance(),
                new FoundRecognition(
                        it.listing().status(today), it.listing().validity().until()),
                hit.highlights(),
                hit.reasons(),
                hit.fits(),
                hit.score());
    }

    private static FoundFirm firm(FoundProduct.FoundFirm it) {
        return new FoundFirm(
                it.code(),
                it.name(),
                it.city(),
                it.cityName(),
                it.productionCities().stream().map(City::code).toList());
    }

    private static Map<String, List<FacetValue>> facets(SearchResult result, Map<String, String> categories) {
        var facets = new LinkedHashMap<String, List<FacetValue>>();
        for (Facet facet : Facet.values()) {
            Function<String, String> name = FacetNames.of(facet, categories);
            facets.put(
                    facet.code(),
                    result.facets().getOrDefault(facet, List.of()).stream()
                            .map(it -> new FacetValue(it.value(), name.apply(it.value()), it.count()))
                            .toList());
        }
        return facets;
    }
}
