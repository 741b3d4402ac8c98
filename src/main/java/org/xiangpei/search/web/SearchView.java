package org.xiangpei.search.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.web.ProductCard;
import org.xiangpei.shared.web.PageLinks;

/**
 * The page of search results.
 *
 * @param summary the outcome in one sentence, also said aloud after a change
 * @param chosen what narrows the results now, each with the address without it
 * @param recognised what was understood of the question, each with the address of the question without it
 * @param relaxed nothing had all the words, so the results have some of them
 * @param advice ways out of an empty result, best first
 */
public record SearchView(
        String text,
        String summary,
        List<ResultRow> rows,
        List<FacetView> facets,
        List<Choice> statuses,
        List<Choice> sorts,
        List<Link> chosen,
        List<Link> recognised,
        boolean relaxed,
        @Nullable Link didYouMean,
        List<Link> advice,
        PageLinks links) {

    public record Link(String label, String url) {}

    /** A value of a facet, a status or a sort order. */
    public record Choice(String value, String label, String count, boolean chosen, String url) {}

    /** @param choices the first few; {@code more} are folded away */
    public record FacetView(String name, String label, List<Choice> choices, List<Choice> more) {}

    /** A piece of a text, marked where the words were found. */
    public record Piece(String text, boolean marked) {}

    /** How a product fits what is asked of a property; the tone is that of a clause's result. */
    public record FitBadge(String tone, String text) {}

    public record ResultRow(
            ProductCard card, List<Piece> name, List<Piece> model, List<Piece> description, List<FitBadge> fits) {}
}
