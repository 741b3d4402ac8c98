package org.xiangpei.search.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xiangpei.catalog.web.ProductCard;
import org.xiangpei.shared.web.Address;
import org.xiangpei.shared.web.PageLinks;

/**
 * The page of search results.
 *
 * @param summary the outcome in one sentence, also said aloud after a change
 * @param chosen what narrows the results now, each with the address without it
 * @param recognised what was understood of the question, each with the address of the question without it
 * @param sizes how many products a page may have
 * @param range which of the results stand on this page, counted from 1; empty where all do
 * @param didYouMean what words that no product has were taken for
 * @param relaxed what is said of results that lack some of the words; or null
 * @param post where the question can be posted as a requirement
 * @param empty what to say and do where nothing was found; or null
 * @param saved how it can be saved; or null where it asks for nothing
 */
public record SearchView(
        String text,
        String summary,
        List<ResultRow> rows,
        List<FacetView> facets,
        List<Choice> statuses,
        List<Choice> sorts,
        List<Choice> sizes,
        String range,
        List<Link> chosen,
        List<Link> recognised,
        @Nullable Link didYouMean,
        @Nullable String relaxed,
        Link post,
        @Nullable Empty empty,
        @Nullable Saved saved,
        PageLinks links) {

    /**
     * What is sent to save this search.
     *
     * @param name for people
     */
    public record Saved(String name, List<Address.Parameter> parameters) {}

    public record Link(String label, String url) {}

    /** A value of a facet, a status or a sort order. */
    public record Choice(String value, String label, String count, boolean chosen, String url) {}

    /** @param choices the first few; {@code more} are folded away */
    public record FacetView(String name, String label, List<Choice> choices, List<Choice> more) {
        /** What is chosen stays in sight. */
        public boolean unfolded() {
            return more.stream().anyMatch(Choice::chosen);
        }
    }

    /** A piece of a text, marked where the words were found. */
    public record Piece(String text, boolean marked) {}

    /** @param why what the heading does not show of why it was found, in short remarks; often none */
    public record ResultRow(
            ProductCard card,
            List<Piece> name,
            List<Piece> model,
            List<Piece> firm,
            List<Piece> category,
            List<Piece> description,
            List<FitBadge> fits,
            List<String> why) {}

    /** How a product fits what is asked of a property; the tone is that of a clause's result. */
    public record FitBadge(String tone, String text) {}

    /** @param ways out, best first */
    public record Empty(String title, String text, List<Link> ways) {}
}
