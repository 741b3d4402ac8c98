package org.xiangpei.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.recognition.SimilarProducts;

/** By name among the products of the category; where no name is like it, any of the category. */
@ApplicationScoped
class SimilarFound implements SimilarProducts {

    private final CatalogSearch search;

    SimilarFound(CatalogSearch search) {
        this.search = search;
    }

    @Override
    public List<String> codes(String name, String category, LocalDate day, int limit) {
        List<String> alike = find(name, category, day, limit);
        return alike.isEmpty() ? find("", category, day, limit) : alike;
    }

    private List<String> find(String text, String category, LocalDate day, int limit) {
        var query = new SearchQuery(
                text,
                Map.of(Facet.CATEGORY, Set.of(category)),
                ListingStatus.VALID,
                day,
                SearchSort.RELEVANCE,
                1,
                limit);
        return search.search(query).hits().items().stream()
                .map(SearchResult.Hit::productCode)
                .toList();
    }
}
