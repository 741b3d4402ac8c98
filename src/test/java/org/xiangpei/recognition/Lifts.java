package org.xiangpei.recognition;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.xiangpei.search.CatalogSearch;
import org.xiangpei.search.Facet;
import org.xiangpei.search.ListingStatus;
import org.xiangpei.search.SearchQuery;
import org.xiangpei.search.SearchResult;
import org.xiangpei.search.SearchSort;

import static io.restassured.RestAssured.given;

/** Which lifts a buyer is answered with on a day, by matching and by searching. */
record Lifts(CatalogSearch search) {

    List<String> candidates(LocalDate day) {
        return given().contentType("application/json")
                .body("""
                        {"lines":[{"ref":"1","name":"电梯","category":"elevator"}],"asOf":"%s","limit":500,"nearMisses":true}
                        """.formatted(day))
                .post("/api/v1/matches")
                .then()
                .statusCode(200)
                .extract()
                .path("lines[0].candidates.product.code");
    }

    List<String> found(LocalDate day) {
        return search
                .search(new SearchQuery(
                        "",
                        Map.of(Facet.CATEGORY, Set.of("elevator")),
                        ListingStatus.VALID,
                        day,
                        SearchSort.NAME,
                        1,
                        100))
                .hits()
                .items()
                .stream()
                .map(SearchResult.Hit::productCode)
                .toList();
    }
}
