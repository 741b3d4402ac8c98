package org.xiangpei.search.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.catalog.ProductProfiles;
import org.xiangpei.catalog.web.ProductCard;
import org.xiangpei.search.Reason.Field;
import org.xiangpei.search.SearchResult;
import org.xiangpei.search.SearchResult.Hit;
import org.xiangpei.search.SearchResult.SpecificationFit;
import org.xiangpei.search.web.SearchView.FitBadge;
import org.xiangpei.search.web.SearchView.ResultRow;
import org.xiangpei.shared.web.Figures;

/** The found products as they stand on the page. */
@ApplicationScoped
class ResultRows {

    private final ProductProfiles products;

    ResultRows(ProductProfiles products) {
        this.products = products;
    }

    /** In the order of the hits; a product that was deleted since it was indexed is left out. */
    List<ResultRow> of(SearchResult result, LocalDate today) {
        Map<String, Hit> hits =
                result.hits().items().stream().collect(Collectors.toMap(Hit::productCode, Function.identity()));
        WhyFound why = WhyFound.in(result);
        List<String> codes =
                result.hits().items().stream().map(Hit::productCode).toList();
        return products.list(codes).stream()
                .map(product -> ProductCard.of(product, today))
                .map(card -> row(Objects.requireNonNull(hits.get(card.code())), card, why))
                .toList();
    }

    private static ResultRow row(Hit hit, ProductCard card, WhyFound why) {
        return new ResultRow(
                card,
                Pieces.of(hit, "name", card.name()),
                Pieces.of(hit, "model", card.model()),
                Pieces.of(hit, isReason(hit, Field.FIRM) ? "firm" : "", card.firm()),
                Pieces.of(hit, isReason(hit, Field.CATEGORY) ? "category" : "", card.category()),
                Pieces.of(hit, "description", card.description()),
                hit.fits().stream().map(ResultRows::badge).toList(),
                why.of(hit));
    }

    /** Firm and category are marked only where a word is nowhere nearer: a page of yellow says nothing. */
    private static boolean isReason(Hit hit, Field field) {
        return hit.reasons().stream()
                .anyMatch(
                        reason -> !reason.fields().isEmpty() && reason.fields().getFirst() == field);
    }

    private static FitBadge badge(SpecificationFit fit) {
        String tone =
                switch (fit.fit()) {
                    case EXACT, MEETS -> "pass";
                    case UNKNOWN -> "unknown";
                    case FAILS -> "fail";
                };
        return new FitBadge(tone, fit.name() + " " + (fit.stated().isEmpty() ? Figures.MISSING : fit.stated()));
    }
}
